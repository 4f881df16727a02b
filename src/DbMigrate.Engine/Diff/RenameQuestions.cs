using System.Collections.Generic;
using System.Linq;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Diff;

/// <summary>Asks for what may be a rename, by an error with the parameter to paste.</summary>
internal static class RenameQuestions
{
    /// <summary>Throws where something that goes may be something that comes.</summary>
    public static void ThrowIfAny(SchemaMatch match, RenamePlan plan)
    {
        var candidates = TableEvidence.Find(match, plan)
            .Concat(SequenceEvidence.Find(match, plan))
            .Concat(match.KeptPrincipalsFirst.SelectMany(p => ColumnEvidence.Find(p, match, plan)))
            .ToList();
        if (candidates.Count == 0)
            return;
        var lines = candidates.Select(c => $"  {c.From} -> {c.To} ({c.Evidence})");
        var answers = Best(candidates);
        throw ErrorCatalogue.RenameUndecided.Error(
            "It is not decided whether this is renamed, or dropped and added:\n" + string.Join("\n", lines),
            candidates[0].From,
            $"Pass -Rename {PasteReady.Table(answers)} to rename and keep the data, or -Rename {PasteReady.Table(answers.Select(a => (a.From, (string?)null)))} to drop it.");
    }

    // Each new name is proposed once, to the strongest; what is left over is proposed to be dropped.
    private static List<(string From, string? To)> Best(List<RenameCandidate> candidates)
    {
        var answers = new Dictionary<string, string>();
        var taken = new HashSet<(string, string)>();
        foreach (var candidate in candidates.OrderByDescending(c => c.Score))
        {
            if (!answers.ContainsKey(candidate.From) && taken.Add((Owner(candidate.From), candidate.To)))
                answers.Add(candidate.From, candidate.To);
        }

        return [.. candidates.Select(c => c.From).Distinct().Select(f => (f, answers.GetValueOrDefault(f)))];
    }

    private static string Owner(string key) => DottedName.Format([.. DottedName.Parse(key).SkipLast(1)]);
}
