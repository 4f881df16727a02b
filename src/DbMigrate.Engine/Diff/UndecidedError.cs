using System.Collections.Generic;
using System.Linq;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Diff;

/// <summary>The errors of decisions that are missing, with the parameter to paste.</summary>
internal static class UndecidedError
{
    /// <summary>The error of what is open: renames first, because what a fill is for may be renamed.</summary>
    public static DbMigrateException Of(OpenDecisions open) => open.Renames.Count > 0 ? OfRenames(open) : OfFills(open);

    private static DbMigrateException OfRenames(OpenDecisions open)
    {
        var lines = open.Renames.SelectMany(r => r.Choices.Select(c => $"  {r.Name} -> {c.To} ({c.Evidence})"));
        var answers = Best(open.Renames).Select(a => (open.Key(a.Name), a.To)).ToList();
        return Error(
            ErrorCatalogue.RenameUndecided,
            open,
            "It is not decided whether this is renamed, or dropped and added:\n" + string.Join("\n", lines),
            open.Renames[0].Name,
            $"Pass -Rename {PasteReady.Table(answers)} to rename and keep the data, or -Rename {PasteReady.Table(answers.Select(a => (a.Item1, (string?)null)))} to drop it.");
    }

    private static DbMigrateException OfFills(OpenDecisions open)
        => Error(
            ErrorCatalogue.FillRequired,
            open,
            "The rows that are there need a value for " + string.Join(", ", open.Fills.Select(f => f.Name)) + ", which the model requires and gives no default." + string.Concat(open.Fills.Select(open.Advice)),
            open.Fills[0].Name,
            $"Pass -Fill {PasteReady.Literals(open.Fills.Select(f => (open.Key(f.Name), f.Example)))} with the right values; @{{ Sql = '…' }} gives an expression instead.");

    private static DbMigrateException Error(ErrorKind kind, OpenDecisions open, string message, string target, string action)
        => new(kind, open.Database.Length == 0 ? message : $"Database '{open.Database}': {message}", target, action) { Open = open };

    // Each new name is proposed once, to the strongest; what is left over is proposed to be dropped.
    private static IEnumerable<(string Name, string? To)> Best(IReadOnlyList<OpenRename> renames)
    {
        var answers = new Dictionary<string, string>();
        var taken = new HashSet<string>();
        foreach (var (rename, choice) in renames.SelectMany(r => r.Choices.Select(c => (r, c))).OrderByDescending(p => p.c.Score))
        {
            if (!answers.ContainsKey(rename.Name) && taken.Add(choice.Name))
                answers.Add(rename.Name, choice.To);
        }

        return renames.Select(r => (r.Name, answers.GetValueOrDefault(r.Name)));
    }
}
