using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Data.Common;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Introspection.Sqlite;

/// <summary>
/// Reads what a SQLite database has: from the statements that it keeps, and from its pragmas where the statements do
/// not tell. Virtual tables and what they store are left out.
/// </summary>
internal static class SqliteIntrospector
{
    private static readonly string[] NeverRead = ["__DbMigrationHistory", "__DbMigrationLog", "__EFMigrationsHistory", "__EFMigrationsLock"];

    /// <summary>The schema of the main database.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="excluded">Names of tables to leave out, beside our own and EF's history.</param>
    public static SchemaState Read(DbConnection connection, IEnumerable<string>? excluded = null)
    {
        var hidden = NeverRead.Concat(excluded ?? []).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var objects = SqliteMaster.Read(connection).Where(o => !hidden.Contains(o.Table)).ToList();
        var required = SqliteMaster.ReadImplicitlyRequired(connection);
        var tables = objects.Where(o => o.Type == "table")
            .ToDictionary(o => o.Name, o => Complete(TableText.Read(o.Name, o.Sql) with { Stored = o.Sql }, required), StringComparer.OrdinalIgnoreCase);
        var names = objects.Where(o => o.Type is "table" or "view").ToDictionary(o => o.Name, o => o.Name, StringComparer.OrdinalIgnoreCase);
        var indexes = objects.Where(o => o.Type == "index" && tables.ContainsKey(o.Table)).ToLookup(o => o.Table, StringComparer.OrdinalIgnoreCase);
        return SchemaState.Empty with
        {
            Tables = tables.Values
                .Select(t => SqliteReferences.Resolve(t, tables) with { Indexes = indexes[t.Name.Name].Select(i => ReadIndex(i, t)).ToEquatableList() })
                .ToImmutableSortedDictionary(t => t.Name, t => t),
            Views = objects.Where(o => o.Type == "view").ToImmutableSortedDictionary(o => (ObjectName)o.Name, Text),
            StoredViews = objects.Where(o => o.Type == "view").ToImmutableSortedDictionary(o => (ObjectName)o.Name, o => o.Sql),
            Triggers = objects.Where(o => o.Type == "trigger").ToImmutableSortedDictionary(o => (ObjectName)o.Name, o => new Trigger(o.Name, names.GetValueOrDefault(o.Table, o.Table), Text(o)) { Stored = o.Sql }),
        };
    }

    private static string Text(SqliteObject item) => SchemaStatement.Read(item.Sql)?.Sql ?? SqlText.Normalize(item.Sql);

    private static Table Complete(Table table, IReadOnlySet<(string Table, string Column)> required)
        => required.Count == 0
            ? table
            : table with { Columns = table.Columns.Replace(c => required.Contains((table.Name.Name, c.Name)), c => c with { IsNullable = false }) };

    private static Schema.Index ReadIndex(SqliteObject item, Table table)
    {
        var index = SchemaStatement.Read(item.Sql)?.Index ?? new Schema.Index(item.Name, []) { RawSql = SqlText.Normalize(item.Sql) };
        return index with { Stored = item.Sql, Columns = index.Columns.Select(c => SqliteReferences.ColumnName(table, c)).ToEquatableList() };
    }
}
