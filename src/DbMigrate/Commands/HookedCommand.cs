using System.Collections;
using System.ComponentModel;
using System.Management.Automation;
using DbMigrate.Hooks;
using DbMigrate.Protocol;

namespace DbMigrate.Commands;

/// <summary>A cmdlet that runs the hooks of the migrations folder.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class HookedCommand : TargetCommand
{
    private HookSet? _hooks;

    /// <summary>Values for <c>env.ps1</c>, which finds them in <c>$Argument</c>.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Argument { get; set; }

    /// <summary>The value of <c>-Tag</c>, for cmdlets that have it.</summary>
    private protected virtual string HookTag => "";

    /// <summary>The name that hooks know the command by.</summary>
    private protected virtual string CommandName => MyInvocation.MyCommand.Name;

    private protected HookSet Hooks => _hooks ??= new HookSet(this, CommandName, Settings.Root, Argument, HookTag);

    private protected sealed override string[] HookNames => [.. Hooks.Names];

    private protected sealed override AnswerRequest Answer(AskEvent question) => new HookAnswers(Hooks, this).Answer(question);
}
