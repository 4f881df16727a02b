using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Sql.Sqlite;

/// <summary>
/// The statements that put a table in its new shape: create beside it, copy, drop, rename, and bring back what hung
/// on it. They run in a transaction with foreign keys off, so that dropping the old table touches no child row.
/// </summary>
internal sealed class TableRebuild(PendingTable pending, Table target, SchemaState state)
{
    private readonly string _table = target.Name.Name;
    private readonly string _new = "_dbm_new_" + target.Name.Name;

    /// <summary>The statements in order.</summary>
    public IEnumerable<SqlStatement> Statements()
    {
        var (table, copy) = (SqlText.Quote(_table), SqlText.Quote(_new));
        yield return Step(TableText.Create(target, _new), "create the new table");
        yield return Step(RowCopy.Write(pending, target, _new), "copy rows");
        if (SqliteFacets.IsAutoincrement(pending.Physical!) && SqliteFacets.IsAutoincrement(target))
        {
            yield return Step($"DELETE FROM sqlite_sequence WHERE name = {Literal(_new)}", "keep the AUTOINCREMENT mark");
            yield return Step($"INSERT INTO sqlite_sequence (name, seq) SELECT {Literal(_new)}, seq FROM sqlite_sequence WHERE name = {Literal(_table)}", "keep the AUTOINCREMENT mark");
        }

        yield return Step($"DROP TABLE {table}", "drop the old table");

        // Without it the rename looks into every view and trigger, and fails at those that name the table that is just not there.
        yield return Step("PRAGMA legacy_alter_table = ON", "rename the new table");
        yield return Step($"ALTER TABLE {copy} RENAME TO {table}", "rename the new table");
        yield return Step("PRAGMA legacy_alter_table = OFF", "rename the new table");
        foreach (var index in target.Indexes)
            yield return Step(TableText.Create(_table, index), "create index " + index.Name);
        foreach (var trigger in state.Triggers.Values.Where(t => t.Table == target.Name))
            yield return Step(trigger.Sql, "create trigger " + trigger.Name);
        foreach (var probe in SchemaProbe.Write(state, pending.Physical!, target))
            yield return Step(probe, "check views and triggers");
    }

    private static string Literal(string value) => "'" + value.Replace("'", "''", System.StringComparison.Ordinal) + "'";

    private SqlStatement Step(string sql, string what) => new(sql, $"rebuild {_table}: {what}");
}
