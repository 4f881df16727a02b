using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff.Inheritance;
using DbMigrate.Engine.Schema;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Diff;

/// <summary>Finds reasons to take a column that goes and one that comes for the same. Likeness of their structure is none; it only tells candidates apart.</summary>
internal static class ColumnEvidence
{
    /// <summary>The candidates among the columns of a table that nobody decided, those with the strongest evidence first.</summary>
    public static IEnumerable<OpenRename> Find(TablePair pair, SchemaMatch match, RenamePlan plan)
    {
        var gone = pair.Dropped.Where(c => !plan.Columns.ContainsKey(new(pair.Old.Name, c.Name)) && pair.New.FindColumn(c.Name) is null).ToList();
        var come = pair.Added.Where(c => pair.Old.FindColumn(c.Name) is null).ToList();
        return from old in gone
               let choices = come.Where(c => !IsIn(old, c) && !IsIn(c, old)).Select(c => Choice(pair, match, old, c)).OfType<RenameChoice>().OrderByDescending(c => c.Score).ToList()
               where choices.Count > 0
               orderby choices[0].Score descending
               select new OpenRename(new ColumnName(pair.Old.Name, old.Name).ToString(), "column", FactText.Of(old), choices);
    }

    private static RenameChoice? Choice(TablePair pair, SchemaMatch match, Column old, Column added)
    {
        var reasons = Reasons(pair, match, old, added).ToList();
        return reasons.Count == 0
            ? null
            : new(
                added.Name,
                new ColumnName(pair.New.Name, added.Name).ToString(),
                FactText.Of(added),
                reasons.Sum(r => r.Points) + ColumnLikeness.Points(pair, old, added),
                string.Join(", ", reasons.Select(r => r.Text)));
    }

    private static IEnumerable<(int Points, string Text)> Reasons(TablePair pair, SchemaMatch match, Column old, Column added)
    {
        if (PropertyOf(old) == PropertyOf(added))
            yield return (60, "same property " + PropertyOf(old));
        if (NameLikeness.Same(old.Name, added.Name))
            yield return (40, "same name but for its spelling");
        else if (IsSameKind(old, added) && NameLikeness.Extends(old.Name, added.Name))
            yield return (30, (old.StoreType == added.StoreType ? "same type" : "same type but for its limits") + ", and one name extends the other");
        if (added.Hints.Earlier?.Name == old.Name)
            yield return (50, $"EF Core up to 9 calls {added.Name} so");
        if (SharedPrincipal(pair, match, old.Name, added.Name) is { } principal)
            yield return (40, "both refer to " + principal);
    }

    private static bool IsSameKind(Column old, Column added) => StoreTypeParts.Read(old.StoreType).Kind == StoreTypeParts.Read(added.StoreType).Kind;

    // What is, or could be, one of several values in JSON is another thing than the whole.
    private static bool IsIn(Column column, Column json)
        => json.Hints.Json.Count > 0
            && (new JsonShape(json) is var shape && shape.Values(shape.Root).Any(p => PropertyName.Of(p.Property) == PropertyName.Of(column))
                || (PropertyName.Owner(json) is { Length: > 0 } owner && PropertyName.Of(column).StartsWith(owner, StringComparison.Ordinal)));

    // A property that is called like its column is not written down.
    private static string PropertyOf(Column column) => column.Hints.Property ?? column.Name;

    private static string? SharedPrincipal(TablePair pair, SchemaMatch match, string old, string added)
    {
        foreach (var before in pair.Old.ForeignKeys.Where(k => k.Columns.Contains(old)))
        {
            if (match.ByOld(before.PrincipalTable) is not { } principal)
                continue;
            var at = before.Columns.ToList().IndexOf(old);
            var target = principal.Columns.GetValueOrDefault(before.PrincipalColumns[at]);
            if (pair.New.ForeignKeys.Any(k => k.PrincipalTable == principal.New.Name && k.Columns.Count == before.Columns.Count
                && k.Columns[at] == added && string.Equals(k.PrincipalColumns[at], target, StringComparison.Ordinal)))
                return principal.New.Name.ToString();
        }

        return null;
    }
}
