using System;
using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace DbMigrate.Engine.Tests.Introspection;

/// <summary>Holds what was read from the stored text against what SQLite itself says in its pragmas.</summary>
internal static class SqliteJudge
{
    public static void Agrees(SqliteDatabase database, SchemaState state)
    {
        Assert.Equal(Names(database, "table"), state.Tables.Keys.Select(n => n.Name).Order(StringComparer.Ordinal));
        Assert.Equal(Names(database, "view"), state.Views.Keys.Select(n => n.Name).Order(StringComparer.Ordinal));
        Assert.Equal(Names(database, "trigger"), state.Triggers.Keys.Select(n => n.Name).Order(StringComparer.Ordinal));
        Assert.Equal(Names(database, "index"), state.Tables.Values.SelectMany(t => t.Indexes).Select(i => i.Name).Order(StringComparer.Ordinal));
        foreach (var table in state.Tables.Values)
        {
            Columns(database, table);
            ForeignKeys(database, table);
            UniqueConstraints(database, table);
            Indexes(database, table);
            Options(database, table);
        }
    }

    private static string[] Names(SqliteDatabase database, string type)
        => [.. database.Query($"SELECT name FROM sqlite_master WHERE type = '{type}' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'").Select(r => r[0]).Order(StringComparer.Ordinal)];

    private static void Columns(SqliteDatabase database, Table table)
    {
        var rows = database.Query($"SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo({Literal(table)})");
        Assert.Equal(rows.Select(r => r[0]), table.Columns.Select(c => c.Name));
        Assert.Equal(rows.Select(r => r[1]), table.Columns.Select(c => SqlText.Unquote(c.StoreType)), StringComparer.OrdinalIgnoreCase);
        Assert.Equal(rows.Select(r => r[2] == "0"), table.Columns.Select(c => c.IsNullable));
        Assert.Equal(rows.Select(r => Compact(r[3])), table.Columns.Select(c => Compact(c.DefaultSql ?? "")));
        Assert.Equal(rows.Select(r => r[5]), table.Columns.Select(c => c.ComputedSql is null ? "0" : c.IsStored ? "3" : "2"));
        Assert.Equal(rows.Where(r => r[4] != "0").OrderBy(r => int.Parse(r[4])).Select(r => r[0]), table.PrimaryKey?.Columns ?? []);
    }

    private static void ForeignKeys(SqliteDatabase database, Table table)
    {
        // SQLite lists the last one first, and leaves implied columns empty.
        var expected = database.Query($"SELECT id, \"table\", \"from\", \"to\", on_delete, on_update FROM pragma_foreign_key_list({Literal(table)}) ORDER BY id DESC, seq")
            .GroupBy(r => r[0])
            .Select(g => (g.First()[1], string.Join(",", g.Select(r => r[2])), Ignoring(string.Join(",", g.Select(r => r[3]))), g.First()[4], g.First()[5]))
            .ToList();
        var actual = table.ForeignKeys
            .Select((f, i) => (f.PrincipalTable.Name, string.Join(",", f.Columns), expected.ElementAtOrDefault(i).Item3 == "" ? "" : Ignoring(string.Join(",", f.PrincipalColumns)), Action(f.OnDelete), Action(f.OnUpdate)))
            .ToList();
        Assert.Equal(expected.Select(e => e.ToString()), actual.Select(a => a.ToString()), StringComparer.OrdinalIgnoreCase);
    }

    private static void UniqueConstraints(SqliteDatabase database, Table table)
    {
        // A second constraint on the columns of another key makes no index.
        var expected = database.Query($"SELECT group_concat(x.name) FROM pragma_index_list({Literal(table)}) AS l JOIN pragma_index_info(l.name) AS x WHERE l.origin = 'u' GROUP BY l.name ORDER BY 1");
        var actual = table.UniqueConstraints.Select(u => string.Join(",", u.Columns)).Order(StringComparer.Ordinal).ToList();
        Assert.Subset(actual.ToHashSet(), expected.Select(r => r[0]).ToHashSet());
    }

    private static void Indexes(SqliteDatabase database, Table table)
    {
        var rows = database.Query($"SELECT name, \"unique\", partial FROM pragma_index_list({Literal(table)}) WHERE origin = 'c'");
        Assert.Equal(rows.Count, table.Indexes.Count);
        foreach (var row in rows)
        {
            var index = table.Indexes.Single(i => i.Name == row[0]);
            Assert.Equal(row[1] == "1", index.IsUnique);
            if (index.RawSql is not null)
                continue;
            Assert.Equal(row[2] == "1", index.Filter is not null);
            var columns = database.Query($"SELECT name, desc FROM pragma_index_xinfo({Literal(row[0])}) WHERE key ORDER BY seqno");
            Assert.Equal(columns.Select(c => c[0]), index.Columns);
            Assert.Equal(columns.Select(c => c[1] == "1"), index.IsDescending.Count > 0 ? index.IsDescending : columns.Select(_ => false));
        }
    }

    private static void Options(SqliteDatabase database, Table table)
    {
        var row = database.Query($"SELECT strict, wr FROM pragma_table_list({Literal(table)})").Single();
        Assert.Equal(row[0] == "1", table.Annotations[OperationAnnotations.Strict] is true);
        Assert.Equal(row[1] == "1", table.Annotations[OperationAnnotations.WithoutRowId] is true);
        var highWaterMarks = Names(database, "table").Length > 0 && database.Query("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'").Count > 0;
        Assert.True(highWaterMarks || table.Columns.All(c => c.Annotations["Sqlite:Autoincrement"] is null));
    }

    private static string Literal(Table table) => Literal(table.Name.Name);

    private static string Literal(string name) => "'" + name.Replace("'", "''") + "'";

    private static string Ignoring(string columns) => columns.Replace(",", "") == "" ? "" : columns;

    private static string Compact(string sql) => SqlText.Normalize(sql).Replace(" ", "");

    private static string Action(ReferentialAction action) => action switch
    {
        ReferentialAction.Cascade => "CASCADE",
        ReferentialAction.Restrict => "RESTRICT",
        ReferentialAction.SetNull => "SET NULL",
        ReferentialAction.SetDefault => "SET DEFAULT",
        _ => "NO ACTION",
    };
}
