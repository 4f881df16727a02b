using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;
using Xunit;

namespace DbMigrate.Engine.Tests.Introspection;

public sealed class SqliteIntrospectorTests
{
    [Fact]
    public void Tables_of_migration_tools_of_SQLite_itself_and_excluded_ones_are_left_out()
    {
        using var database = new SqliteDatabase(
            "CREATE TABLE __DbMigrationHistory (id)",
            "CREATE TABLE __DbMigrationLog (id)",
            "CREATE TABLE __EFMigrationsHistory (id)",
            "CREATE TABLE __EFMigrationsLock (id)",
            "CREATE TABLE MyHistory (id)",
            "CREATE INDEX ix ON MyHistory (id)",
            "CREATE TRIGGER tr AFTER INSERT ON MyHistory BEGIN SELECT 1; END",
            "CREATE TABLE sqlitely (id INTEGER PRIMARY KEY AUTOINCREMENT)",
            "ANALYZE");
        var state = database.Read("myhistory");
        Assert.Equal(["sqlitely"], state.Tables.Keys.Select(n => n.Name));
        Assert.Empty(state.Triggers);
    }

    [Fact]
    public void Virtual_tables_and_their_stores_are_left_out()
    {
        using var database = new SqliteDatabase("CREATE VIRTUAL TABLE f USING fts5(a)", "CREATE TABLE t (a)");
        Assert.Equal(["t"], database.Read().Tables.Keys.Select(n => n.Name));
    }

    [Fact]
    public void Unique_constraints_and_unique_indexes_are_told_apart()
    {
        using var database = new SqliteDatabase("CREATE TABLE t (a INT UNIQUE, b INT)", "CREATE UNIQUE INDEX ix ON t (B)");
        var table = database.Read().Tables["t"];
        Assert.Equal([new Key("", ["a"])], table.UniqueConstraints);
        Assert.Equal([new Index("ix", ["b"]) { IsUnique = true }], table.Indexes);
    }

    [Fact]
    public void Indexes_tell_direction_filter_and_expressions()
    {
        using var database = new SqliteDatabase(
            "CREATE TABLE t (a INT, b INT, \"desc\" TEXT)",
            "CREATE INDEX i1 ON t (a DESC, b) WHERE ((a > 0)) -- filtered",
            "CREATE INDEX i2 ON t (a DESC, b DESC)",
            "CREATE INDEX i3 ON t (lower(\"desc\"), b)",
            "CREATE UNIQUE INDEX i4 ON t (\"desc\" COLLATE NOCASE)",
            "CREATE INDEX i5 ON t (\"desc\")");
        Assert.Equal(
            [
                new Index("i1", ["a", "b"]) { IsDescending = [true, false], Filter = "a > 0" },
                new Index("i2", ["a", "b"]) { IsDescending = [true, true] },
                new Index("i3", []) { RawSql = "CREATE INDEX i3 ON t (lower(\"desc\"), b)" },
                new Index("i4", []) { IsUnique = true, RawSql = "CREATE UNIQUE INDEX i4 ON t (\"desc\" COLLATE NOCASE)" },
                new Index("i5", ["desc"]),
            ],
            database.Read().Tables["t"].Indexes);
    }

    [Fact]
    public void Foreign_keys_spell_out_what_they_imply()
    {
        using var database = new SqliteDatabase(
            "CREATE TABLE Child (p INT REFERENCES PARENT, q INT REFERENCES parent (B), r INT REFERENCES missing, s INT REFERENCES missing (x))",
            "CREATE TABLE Parent (Id INTEGER PRIMARY KEY, b INT UNIQUE)");
        Assert.Equal(
            [
                new ForeignKey("", ["p"], "Parent", ["Id"]),
                new ForeignKey("", ["q"], "Parent", ["b"]),
                new ForeignKey("", ["r"], "missing", ["r"]),
                new ForeignKey("", ["s"], "missing", ["x"]),
            ],
            database.Read().Tables["Child"].ForeignKeys);
    }

    [Fact]
    public void Views_and_triggers_read_as_replay_reads_the_statement_that_made_them()
    {
        const string view = "CREATE VIEW IF NOT EXISTS main.[the view] AS SELECT a AS b\r\n FROM t -- all of them\n;";
        const string trigger = "create trigger if not exists tr after insert on T begin update t set a = 'x  y'; end;";
        using var database = new SqliteDatabase("CREATE TABLE t (a)", view, trigger);
        var state = database.Read();
        Assert.Equal(Assert.Single(SchemaStatement.ReadAll(view)).Sql, state.Views["the view"]);
        var statement = Assert.Single(SchemaStatement.ReadAll(trigger));
        Assert.Equal(new Trigger("tr", "t", statement.Sql), state.Triggers["tr"]);
    }

    [Fact]
    public void Reading_within_a_transaction_sees_what_it_did()
    {
        using var database = new SqliteDatabase();
        using var transaction = database.Connection.BeginTransaction();
        database.Execute("CREATE TABLE t (a)");
        Assert.Single(database.Read().Tables);
    }

    [Fact]
    public void What_ALTER_TABLE_left_behind_is_read()
    {
        using var database = new SqliteDatabase(
            "CREATE TABLE p (id INTEGER PRIMARY KEY)",
            "CREATE TABLE t (a INT CHECK (a > 0), b INT REFERENCES p (id))",
            "CREATE INDEX ix ON t (a) WHERE a > 1",
            "CREATE VIEW v AS SELECT a FROM t",
            "ALTER TABLE t RENAME COLUMN a TO \"new a\"",
            "ALTER TABLE p RENAME TO \"the parent\"",
            "ALTER TABLE t ADD c TEXT COLLATE NOCASE NOT NULL DEFAULT 'x' CONSTRAINT ck_c CHECK (c <> '')",
            "ALTER TABLE t RENAME TO u");
        var state = database.Read();
        SqliteJudge.Agrees(database, state);
        var table = state.Tables["u"];
        Assert.Equal(["\"new a\" > 0", "c <> ''"], table.Checks.Select(c => c.Sql));
        Assert.Equal("the parent", table.ForeignKeys[0].PrincipalTable.Name);
        Assert.Equal(new Index("ix", ["new a"]) { Filter = "\"new a\" > 1" }, table.Indexes[0]);
        Assert.Equal("CREATE VIEW v AS SELECT \"new a\" FROM \"u\"", state.Views["v"]);
    }
}
