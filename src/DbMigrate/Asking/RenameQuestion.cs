using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Host;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Asking;

/// <summary>Asks what became of one table, column or sequence.</summary>
internal static class RenameQuestion
{
    /// <summary>The entry of <c>-Rename</c> that says it; null where it stays open.</summary>
    /// <param name="host">Asks.</param>
    /// <param name="open">Whose decision it is.</param>
    /// <param name="rename">The old name.</param>
    /// <param name="candidates">What it may have become, one at least.</param>
    public static RenameMessage? Ask(HostQuestions host, OpenDecisions open, OpenRename rename, IReadOnlyList<RenameChoice> candidates)
    {
        var (kind, content) = (rename.Kind, rename.Kind switch { "table" => "rows", "sequence" => "numbering", _ => "values" });
        List<ChoiceDescription> choices =
        [
            .. candidates.Select((c, i) => new ChoiceDescription(
                candidates.Count == 1 ? $"&Rename to {c.To}" : $"{Key(i)}Rename to {c.To}",
                $"{rename.Name} is now called {c.To} and keeps its {content}.")),
            new("&Add and drop (loses data)", $"{rename.Name} is dropped with its {content}, and {string.Join(", ", candidates.Select(c => c.To))} {(candidates.Count == 1 ? "is" : "are")} something else."),
            new("&Stop", "Nothing is written."),
        ];
        var answer = host.Choose($"Was the {kind} {rename.Name} renamed?{Place(open)}", Message(rename, kind, candidates), choices);
        return answer is not { } index || index > candidates.Count
            ? null
            : new() { From = open.Key(rename.Name), To = index < candidates.Count ? candidates[index].To : null };
    }

    /// <summary>Which database a question is about; empty where there is one only.</summary>
    public static string Place(OpenDecisions open) => open.Database.Length == 0 ? "" : $" (database '{open.Database}')";

    private static string Message(OpenRename rename, string kind, IReadOnlyList<RenameChoice> candidates)
        => $"The model no longer has the {kind} {rename.Name} ({rename.Facts}). It may be now:\n"
            + string.Join("\n", candidates.Select(c => $"  {c.To} ({c.Facts}): {c.Evidence}"));

    // A tenth and later one is answered by its text.
    private static string Key(int index) => index < 9 ? $"&{index + 1} " : "";
}
