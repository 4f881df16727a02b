using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Upgrades;

/// <summary>Columns of complex types: EF Core 10 begins their names at the entity, and gives each property a column of its own.</summary>
internal static class NameChange
{
    private const int Since = 10;

    /// <summary>The columns that have another name because of the upgrade, under both names.</summary>
    public static IEnumerable<UpgradeNote> Find(TablePair pair, Upgrade upgrade)
    {
        if (upgrade.Major >= Since)
            return [];
        var notes = pair.New.Columns.SelectMany(c => Find(pair, c, upgrade)).ToList();
        return notes.Count > 0 && IsTypesOnly(pair) ? notes.Append(notes[0] with { Kind = UpgradeKind.Types, Column = "" }) : notes;
    }

    // The types of a hierarchy in the table, by the columns' earlier names.
    private static bool IsTypesOnly(TablePair pair)
    {
        var names = pair.New.Columns.Where(c => c.Hints.Earlier?.Name is not null).ToDictionary(c => c.Name, c => c.Hints.Earlier!.Name!);
        return TypeMaps.Follow(pair.New.Types, c => names.GetValueOrDefault(c, c)).Equals(pair.Old.Types)
            && pair.Old.Comment == pair.New.Comment && pair.Old.Annotations.Equals(pair.New.Annotations);
    }

    private static IEnumerable<UpgradeNote> Find(TablePair pair, Column column, Upgrade upgrade)
    {
        if (column.Hints.Earlier?.Name is not { } before || pair.Old.FindColumn(before) is null || pair.Old.FindColumn(column.Name) is not null)
            yield break;
        var table = pair.New.Name;
        var text = pair.OldNameOf(column.Name) is null && pair.New.FindColumn(before) is not null
            ? $"EF Core {upgrade.Now} gives {table}.{column.Name} a column of its own; with {upgrade.Before} its values were in {before}, from where nothing copies them."
            : $"EF Core {upgrade.Now} calls the column {table}.{column.Name}; with {upgrade.Before} it was {before}.";
        yield return new(UpgradeKind.Name, table, column.Name, text);
        if (pair.DroppedNames.Contains(before))
            yield return new(UpgradeKind.Name, table, before, text);
    }
}
