using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using DbMigrate.Commands;

namespace DbMigrate.Asking;

/// <summary>Asks the person at the host. Where the host cannot ask, there is no answer.</summary>
internal sealed class HostQuestions(DbMigrateCommand command)
{
    /// <summary>Asks for one of several choices, of which the last is taken by who just presses Enter.</summary>
    /// <returns>Its index; null where nobody answered.</returns>
    public int? Choose(string caption, string message, IReadOnlyList<ChoiceDescription> choices)
        => Ask<int?>(ui => ui.PromptForChoice(caption, message, new Collection<ChoiceDescription>([.. choices]), choices.Count - 1)) is { } index
            && index >= 0 && index < choices.Count ? index : null;

    /// <summary>Asks for a line of text.</summary>
    /// <returns>The text, which may be empty; null where nobody answered.</returns>
    public string? Read(string message, string label)
        => Ask(ui => ui.Prompt("", message, [new FieldDescription(label)])) is { } answers && answers.TryGetValue(label, out var answer) && answer is not null
            ? LanguagePrimitives.ConvertTo<string>(answer)
            : null;

    private T? Ask<T>(Func<PSHostUserInterface, T> question)
    {
        try
        {
            return question(command.Host.UI);
        }
        // Hosts say in ways of their own that they cannot ask; a person who stops the pipeline is none of these.
        catch (Exception e) when (e is not PipelineStoppedException and not FlowControlException)
        {
            command.WriteDebug($"The host cannot ask: {e}");
            return default;
        }
    }
}
