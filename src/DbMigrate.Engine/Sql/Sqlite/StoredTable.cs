using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Introspection.Sqlite;
using DbMigrate.Engine.Schema;
using TableReader = DbMigrate.Engine.Introspection.Sqlite.TableText;

namespace DbMigrate.Engine.Sql.Sqlite;

/// <summary>A table with the text that a database keeps for it.</summary>
/// <param name="Layout">The text and where its parts stand.</param>
/// <param name="Written">The table as the text has it; its lists are in the text's order.</param>
/// <param name="Followed">The same after renames that the database has made since.</param>
internal sealed record StoredTable(TableLayout Layout, Table Written, Table Followed)
{
    /// <summary>Reads a text; null where it does not say what the table is.</summary>
    /// <param name="sql">The text.</param>
    /// <param name="table">The table.</param>
    /// <param name="state">The schema, to which foreign keys point.</param>
    public static StoredTable? Read(string sql, Table table, SchemaState state)
    {
        var layout = new TableLayout(sql);
        var read = TableReader.Read(table.Name, layout);

        // Keys refuse NULL without saying so in tables that are STRICT or WITHOUT ROWID.
        var isImplicit = SqliteFacets.IsStrict(read) || SqliteFacets.IsWithoutRowId(read);
        read = read with
        {
            Columns = read.Columns.Replace(c => isImplicit && read.PrimaryKey?.Columns.Contains(c.Name) == true, c => c with { IsNullable = table.FindColumn(c.Name)?.IsNullable ?? c.IsNullable }),
            ForeignKeys = read.ForeignKeys.Select(k => SqliteReferences.Resolve(k, name => Find(state, name))).ToEquatableList(),
        };
        return IsSame(read, table) ? new(layout, read, read) : null;
    }

    private static Table? Find(SchemaState state, ObjectName name)
        => state.Tables.GetValueOrDefault(name) ?? state.Tables.Values.FirstOrDefault(t => t.Name.Name.Equals(name.Name, StringComparison.OrdinalIgnoreCase));

    private static bool IsSame(Table left, Table right)
    {
        var found = new DifferenceList();
        TableComparer.Compare(found, left with { Indexes = [] }, right with { Indexes = [] }, seeds: false);
        return found.Items.Count == 0 && left.Columns.Select(c => c.Name).SequenceEqual(right.Columns.Select(c => c.Name));
    }
}
