using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;
using DbMigrate.Protocol;

namespace DbMigrate.Hooks;

/// <summary>Shows <c>Generated</c> what a new revision is to do, and takes what it returns.</summary>
internal sealed class GeneratedHook(Hook hook)
{
    private const string Up = "Up";
    private const string Down = "Down";

    public GeneratedAnswer Answer(GeneratedQuestion question)
    {
        var output = hook.Invoke(Object(question));
        if (output.Count == 0)
            return new GeneratedAnswer();
        if (output.Count > 1)
            throw Invalid($"returned {output.Count} objects; it must return one with Up and Down, or nothing");
        return new GeneratedAnswer { Up = Operations(output[0], Up), Down = Operations(output[0], Down) };
    }

    private static PSObject Object(GeneratedQuestion question)
    {
        var shown = new PSObject();
        foreach (var (name, value) in new (string, object)[]
        {
            ("Database", question.Database), ("Revision", question.Revision), ("Message", question.Message), ("Parents", question.Parents),
            (Up, question.Up.Select(PlainObjects.Read).ToArray()), (Down, question.Down.Select(PlainObjects.Read).ToArray()),
        })
            shown.Properties.Add(new PSNoteProperty(name, value));
        return shown;
    }

    private PlainValue[] Operations(PSObject result, string list)
    {
        var value = Value(result, list);
        try
        {
            // A pipeline makes one operation of a list with one, and nothing of an empty list.
            return LanguagePrimitives.GetEnumerable(value) is { } many && PlainObjects.Unwrap(value) is not IDictionary
                ? [.. many.Cast<object?>().Where(o => o is not null).Select(PlainObjects.Write)]
                : value is null ? [] : [PlainObjects.Write(value)];
        }
        catch (FormatException e)
        {
            throw Invalid($"returned {list} with {e.Message}");
        }
    }

    private object? Value(PSObject result, string list)
    {
        if (result?.BaseObject is IDictionary table)
            return table.Contains(list) ? table[list] : throw Invalid($"returned a hashtable without {list}");
        return (result?.Properties[list] ?? throw Invalid($"returned an object without {list}")).Value;
    }

    private Exception Invalid(string what) => HookErrors.Invalid($"The hook Generated in {hook.File} {what}", hook.File);
}
