using System;
using System.Collections.Generic;
using System.Linq;

namespace DbMigrate.Engine.Schema;

/// <summary>
/// Constraints that a database keeps without a name. EF's operations must give one: by convention, with an annotation
/// that says that it is none, and for a drop which constraint is meant.
/// </summary>
internal static class UnnamedConstraints
{
    /// <summary>EF's name for a primary key.</summary>
    /// <param name="table">The table.</param>
    public static string PrimaryKeyName(ObjectName table) => "PK_" + table.Name;

    /// <summary>EF's name for a unique constraint.</summary>
    /// <param name="table">The table.</param>
    /// <param name="key">The constraint.</param>
    public static string Name(ObjectName table, Key key) => $"AK_{table.Name}_{string.Join("_", key.Columns)}";

    /// <summary>EF's name for a foreign key.</summary>
    /// <param name="table">The table.</param>
    /// <param name="key">The foreign key.</param>
    public static string Name(ObjectName table, ForeignKey key) => $"FK_{table.Name}_{key.PrincipalTable.Name}_{string.Join("_", key.Columns)}";

    /// <summary>A name for a check.</summary>
    /// <param name="table">The table.</param>
    public static string CheckName(ObjectName table) => "CK_" + table.Name;

    /// <summary>Says which unique constraint is meant.</summary>
    /// <param name="key">The constraint.</param>
    public static string Describe(Key key) => Names(key.Columns);

    /// <summary>Says which foreign key is meant.</summary>
    /// <param name="key">The foreign key.</param>
    public static string Describe(ForeignKey key) => $"{Names(key.Columns)} to {SqlText.Quote(key.PrincipalTable.Name)}";

    /// <summary>The constraint that a drop means: the one described, else the one of that name, else the only one without a name that would have it by convention.</summary>
    /// <typeparam name="T">A kind of constraint.</typeparam>
    /// <param name="items">The table's constraints.</param>
    /// <param name="name">The name in the operation.</param>
    /// <param name="description">The description in the operation; null where it has none.</param>
    /// <param name="nameOf">A constraint's name.</param>
    /// <param name="conventionOf">A constraint's name by convention.</param>
    /// <param name="describe">A constraint's description.</param>
    /// <returns>Null where there is none.</returns>
    public static T? Find<T>(IEnumerable<T> items, string? name, string? description, Func<T, string> nameOf, Func<T, string> conventionOf, Func<T, string> describe)
        where T : class
    {
        var (unnamed, named) = (items.Where(i => nameOf(i).Length == 0).ToList(), items.Where(i => nameOf(i).Length > 0));
        if (description is not null && unnamed.Find(i => describe(i) == description) is { } described)
            return described;
        if (named.FirstOrDefault(i => nameOf(i) == name) is { } found)
            return found;
        var likely = unnamed.Where(i => conventionOf(i) == name || string.IsNullOrEmpty(name)).ToList();
        return likely.Count == 1 ? likely[0] : null;
    }

    private static string Names(IEnumerable<string> columns) => string.Join(", ", columns.Select(SqlText.Quote));
}
