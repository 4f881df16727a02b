using System.Collections.Generic;
using DbMigrate.Engine.Diff;

namespace DbMigrate.Engine.Upgrades;

/// <summary>SQLite's <c>AUTOINCREMENT</c>: EF Core 9 takes other keys of shared tables for numbered ones than 8, and 10 goes by a strategy of the property.</summary>
internal static class NumberingChange
{
    private const string Annotation = "Sqlite:Autoincrement";

    /// <summary>The columns that are numbered because of the upgrade, or not any more.</summary>
    public static IEnumerable<UpgradeNote> Find(TablePair pair, Upgrade upgrade)
    {
        foreach (var (old, column) in pair.Kept)
        {
            var (was, isNow) = (old.Annotations[Annotation] is true, column.Annotations[Annotation] is true);
            if (was == isNow || column.Hints.Earlier is not { } earlier || was != (upgrade.Major >= 9 ? earlier.IsNumberedBy9 : earlier.IsNumberedBy8))
                continue;
            var text = $"EF Core {upgrade.Now} {(isNow ? "numbers" : "does not number")} {pair.New.Name}.{column.Name} by AUTOINCREMENT; {upgrade.Before} {(was ? "did" : "did not")}.";
            yield return new(UpgradeKind.Facet, pair.New.Name, column.Name, text)
            {
                IsAll = (old with { Name = column.Name, Annotations = old.Annotations.With(Annotation, column.Annotations[Annotation]) }).Equals(column),
            };
        }
    }
}
