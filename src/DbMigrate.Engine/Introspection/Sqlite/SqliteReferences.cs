using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Introspection.Sqlite;

/// <summary>Spells out what foreign keys mean: names as they are declared, and the columns that they imply.</summary>
internal static class SqliteReferences
{
    /// <summary>The table with complete foreign keys.</summary>
    /// <param name="table">The table.</param>
    /// <param name="tables">All tables, by name in any case.</param>
    public static Table Resolve(Table table, IReadOnlyDictionary<string, Table> tables)
        => table with { ForeignKeys = table.ForeignKeys.Select(f => Resolve(f, n => tables.GetValueOrDefault(n.Name))).ToEquatableList() };

    /// <summary>The column that this name means, in any case, as it is declared.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">A name.</param>
    public static string ColumnName(Table table, string name)
        => table.Columns.FirstOrDefault(c => c.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Name ?? name;

    /// <summary>The complete foreign key.</summary>
    /// <param name="key">The foreign key.</param>
    /// <param name="find">Finds a table by its name in any case.</param>
    public static ForeignKey Resolve(ForeignKey key, Func<ObjectName, Table?> find)
    {
        // SQLite lets a foreign key point to a table that is not there (yet).
        if (find(key.PrincipalTable) is not { } principal)
            return key.PrincipalColumns.Count > 0 ? key : key with { PrincipalColumns = key.Columns };
        var columns = key.PrincipalColumns.Count > 0 ? key.PrincipalColumns : principal.PrimaryKey?.Columns ?? key.Columns;
        return key with { PrincipalTable = principal.Name, PrincipalColumns = columns.Select(c => ColumnName(principal, c)).ToEquatableList() };
    }
}
