using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Sql.Sqlite;

/// <summary>
/// The statements that put a table in its new shape: set the old one aside, create, copy, drop the old one, and bring
/// back what hung on it. The new table is created under its own name, so that the text that SQLite keeps for it is the
/// one that was written. They run in a transaction with foreign keys off, so that dropping touches no child row.
/// </summary>
internal sealed class TableRebuild(PendingTable pending, Table target, SchemaState state, string text)
{
    private readonly string _table = target.Name.Name;
    private readonly string _old = "_dbm_old_" + target.Name.Name;

    /// <summary>The statements in order.</summary>
    public IEnumerable<SqlStatement> Statements()
    {
        var isAutoincrement = SqliteFacets.IsAutoincrement(pending.Physical!);
        foreach (var sql in SetAside.Write(pending.Physical!, _old))
            yield return Step(sql, "set the old table aside");
        yield return Step(text, "create the new table");
        yield return Step(RowCopy.Write(pending, target, _old), "copy rows");
        foreach (var sql in RowCount.Write(_table, _old))
            yield return Step(sql, "count rows");
        foreach (var guard in ConversionGuards.Rounded(pending, target, _old))
            yield return guard;
        if (isAutoincrement && SqliteFacets.IsAutoincrement(target))
        {
            yield return Step($"DELETE FROM sqlite_sequence WHERE name = {Literal(_table)}", "keep the AUTOINCREMENT mark");
            yield return Step($"UPDATE sqlite_sequence SET name = {Literal(_table)} WHERE name = {Literal(_old)}", "keep the AUTOINCREMENT mark");
        }

        yield return Step($"DROP TABLE {SqlText.Quote(_old)}", "drop the old table");
        if (isAutoincrement && !SqliteFacets.IsAutoincrement(target))
            yield return Step($"DELETE FROM sqlite_sequence WHERE name = {Literal(_old)}", "drop the AUTOINCREMENT mark");
        foreach (var index in target.Indexes)
            yield return Step(TableText.Create(_table, index), "create index " + index.Name);
        foreach (var trigger in state.Triggers.Values.Where(t => t.Table == target.Name))
            yield return Step(StoredObjects.Find(trigger), "create trigger " + trigger.Name);
        foreach (var probe in SchemaProbe.Write(state, pending.Physical!, target))
            yield return Step(probe, "check views and triggers");
    }

    private static string Literal(string value) => "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'";

    private SqlStatement Step(string sql, string what) => new(sql, $"rebuild {_table}: {what}");
}
