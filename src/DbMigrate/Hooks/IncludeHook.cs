using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DbMigrate.Protocol;

namespace DbMigrate.Hooks;

/// <summary>Asks <c>IncludeObject</c> object by object.</summary>
internal sealed class IncludeHook(Hook hook)
{
    public IncludeAnswer Answer(IncludeQuestion question) => new() { Included = [.. question.Objects.Select(o => IsIncluded(question, o))] };

    private bool IsIncluded(IncludeQuestion question, ObjectMessage item)
    {
        var output = hook.Invoke(Object(question, item));
        // Nothing is not taken for "no": a hook that forgets an object would leave it out without a word.
        return output.Count == 1 && output[0]?.BaseObject is bool answer
            ? answer
            : throw HookErrors.Invalid($"The hook IncludeObject in {hook.File} must return $true or $false, and returned {Describe(output)} for the {item.Kind} {item.Name}", hook.File);
    }

    private static PSObject Object(IncludeQuestion question, ObjectMessage item)
    {
        var shown = new PSObject();
        foreach (var (name, value) in new[]
        {
            (nameof(item.Kind), item.Kind), (nameof(item.Schema), item.Schema), (nameof(item.Table), item.Table), (nameof(item.Name), item.Name),
            (nameof(question.Side), question.Side), (nameof(question.Database), question.Database),
        })
            shown.Properties.Add(new PSNoteProperty(name, value));
        return shown;
    }

    private static string Describe(IReadOnlyList<PSObject> output) => output.Count switch
    {
        0 => "nothing",
        1 => $"'{output[0]}'",
        var count => $"{count} objects",
    };
}
