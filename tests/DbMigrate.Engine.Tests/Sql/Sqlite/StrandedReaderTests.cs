using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Tests.Diff;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Xunit;

namespace DbMigrate.Engine.Tests.Sql.Sqlite;

/// <summary>Drops after which a view or trigger would be broken are told when the revision is generated: SQLite refuses some and lets others pass.</summary>
public sealed class StrandedReaderTests
{
    private const string Tables = "CREATE TABLE t (id INTEGER PRIMARY KEY, a, c); CREATE TABLE u (id INTEGER PRIMARY KEY, c, n); INSERT INTO t VALUES (1, 2, 3)";

    // Whatever a trigger or view does is done.
    private const string Use = "INSERT INTO t (a) VALUES (1); UPDATE t SET a = 2; INSERT INTO u (c) VALUES (1); UPDATE u SET n = 2";

    public static TheoryData<string, string, string> Refused => new()
    {
        { "CREATE VIEW v AS SELECT c FROM t", "t.c", "view v" },
        { "CREATE VIEW v AS SELECT \"c\" FROM t", "t.c", "view v" },
        { "CREATE VIEW v AS SELECT a FROM t ORDER BY c", "t.c", "view v" },
        { "CREATE VIEW v AS SELECT 1 FROM u WHERE EXISTS (SELECT 1 FROM t WHERE t.c = u.n)", "t.c", "view v" },
        { "CREATE VIEW v AS SELECT n FROM t JOIN u USING (c)", "t.c", "view v" },
        { "CREATE VIEW v AS SELECT * FROM t; CREATE VIEW w AS SELECT C FROM v", "t.c", "view w" },
        { "CREATE VIEW v AS SELECT t.* FROM t; CREATE VIEW w AS SELECT * FROM v; CREATE VIEW x AS SELECT w.c FROM w", "t.c", "view x" },
        { "CREATE TRIGGER r AFTER UPDATE ON t WHEN new.c > 1 BEGIN SELECT 1; END", "t.c", "trigger r on t" },
        { "CREATE TRIGGER r AFTER UPDATE ON t BEGIN INSERT INTO u (n) VALUES (new.c); END", "t.c", "trigger r on t" },
        { "CREATE VIEW v AS SELECT c FROM t; CREATE TRIGGER r AFTER UPDATE ON t BEGIN UPDATE u SET n = old.c; END", "t.c", "view v and trigger r on t" },
    };

    public static TheoryData<string, string, string, string> Passed => new()
    {
        { "CREATE TRIGGER r AFTER UPDATE OF c ON t BEGIN INSERT INTO u (n) VALUES (7); END", "t.c", "trigger r on t", "UPDATE t SET c = 1" },
        { "CREATE TRIGGER r AFTER INSERT ON u BEGIN UPDATE t SET c = 1; END", "t.c", "trigger r on u", "INSERT INTO u (c) VALUES (1)" },
        { "CREATE VIEW v AS SELECT 1 FROM t", "t", "view v", "SELECT 1 FROM v" },
        { "CREATE VIEW v AS SELECT 1 FROM t AS x; CREATE VIEW w AS SELECT * FROM v", "t", "view v", "SELECT 1 FROM w" },
        { "CREATE TRIGGER r AFTER INSERT ON u BEGIN INSERT INTO t (a) VALUES (1); END", "t", "trigger r on u", "INSERT INTO u (c) VALUES (1)" },
    };

    public static TheoryData<string, string> Others => new()
    {
        { "CREATE VIEW v AS SELECT * FROM t", "t.c" },
        { "CREATE VIEW v AS SELECT c FROM u", "t.c" },
        { "CREATE VIEW v AS SELECT u.c FROM u, t", "t.c" },
        { "CREATE VIEW v AS SELECT a AS c FROM t", "t.c" },
        { "CREATE VIEW v (c) AS SELECT a FROM t", "t.c" },
        { "CREATE VIEW v AS SELECT 'c' /* c */ FROM t", "t.c" },
        { "CREATE VIEW v AS SELECT * FROM t; CREATE VIEW w AS SELECT a FROM v", "t.c" },
        { "CREATE TRIGGER c AFTER UPDATE OF a ON t BEGIN INSERT INTO u (c) VALUES (new.a); END", "t.c" },
        { "CREATE TRIGGER r AFTER INSERT ON u BEGIN UPDATE u SET c = new.n; END", "t.c" },
        { "CREATE TRIGGER r AFTER UPDATE ON t BEGIN UPDATE u SET c = new.c; END", "t" },
        { "CREATE TRIGGER t AFTER INSERT ON u BEGIN UPDATE u SET c = 1; END", "t" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Who_is_in_the_way_is_told(string sql, string dropped, string readers)
    {
        using var file = Begun(sql, dropped, readers);
        Assert.Throws<SqliteException>(() => file.Apply([Stranded.Drop(dropped)]));
    }

    [Theory]
    [MemberData(nameof(Passed))]
    public void Who_would_be_broken_is_told(string sql, string dropped, string readers, string use)
    {
        using var file = Begun(sql, dropped, readers);
        file.Run(file.Generate([Stranded.Drop(dropped)]));
        Assert.Throws<SqliteException>(() => file.Execute(use));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Nobody_else_is(string sql, string dropped)
    {
        using var file = Begun(sql, dropped, "");
        file.Apply([Stranded.Drop(dropped)]);
        file.Execute(dropped == "t" ? "INSERT INTO u (c) VALUES (1)" : Use);
        foreach (var view in file.State.Views.Keys)
            file.Query($"SELECT * FROM {view}");
    }

    [Fact]
    public void What_the_revision_does_before_counts()
    {
        using var file = Begun("CREATE VIEW v AS SELECT c FROM t", "t.c", "view v");
        var (traits, before, drop) = (file.Provider.Traits, file.State, Stranded.Drop("t.c"));
        MigrationOperation rename = new RenameColumnOperation { Table = "t", Name = "c", NewName = "d" };
        MigrationOperation add = new AddColumnOperation { Table = "t", Name = "c", ClrType = typeof(int), ColumnType = "INTEGER", IsNullable = true };

        Assert.Empty(StrandedReaders.Find(traits, before, [new SqlOperation { Sql = "DROP VIEW v" }, drop]));
        Assert.Empty(StrandedReaders.Find(traits, before, [rename, add, drop]));
        var told = StrandedReaders.Find(traits, before, [new RenameTableOperation { Name = "t", NewName = "x" }, new RenameColumnOperation { Table = "x", Name = "c", NewName = "d" }, Stranded.Drop("x.d"), Stranded.Drop("u.c")]);
        Assert.StartsWith("drops column x.d, which view v reads: ", Assert.Single(told).Text);
    }

    private static SqliteFile Begun(string sql, string dropped, string readers)
    {
        var file = new SqliteFile();
        file.Execute(Tables);
        Stranded.AssertTold(file.Provider.Traits, file.State, sql, dropped, readers);
        file.Execute(sql);
        file.Execute(Use);
        return file;
    }
}
