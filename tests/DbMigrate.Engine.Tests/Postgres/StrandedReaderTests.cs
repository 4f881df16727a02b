using System;
using DbMigrate.Engine.Tests.Diff;
using DbMigrate.Tests.Shared;
using Npgsql;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>What the server refuses to drop for the sake of a view or trigger is told when the revision is generated; nothing else is.</summary>
public sealed class StrandedReaderTests(PostgresServer server)
{
    private const string Tables = """
        CREATE SCHEMA shop;
        CREATE TABLE t (id integer PRIMARY KEY, c integer, "D" text);
        CREATE TABLE u (id integer PRIMARY KEY, c integer, n integer);
        CREATE TABLE shop.t (id integer PRIMARY KEY, c integer);
        CREATE FUNCTION c() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'
        """;

    public static TheoryData<string, string, string> Readers => new()
    {
        { "CREATE VIEW v AS SELECT c FROM t", "t.c", "view v" },
        { "CREATE VIEW v AS SELECT \"D\" FROM t", "t.D", "view v" },
        { "CREATE VIEW v AS SELECT * FROM t", "t.c", "view v" },
        { "CREATE VIEW v AS SELECT id FROM t WHERE c > 1", "t.c", "view v" },
        { "CREATE VIEW v AS SELECT id FROM t ORDER BY c", "t.c", "view v" },
        { "CREATE VIEW v AS SELECT u.n, x.c FROM u JOIN t x ON x.id = u.id", "t.c", "view v" },
        { "CREATE VIEW v AS SELECT id FROM u WHERE EXISTS (SELECT 1 FROM t WHERE t.c = u.c)", "t.c", "view v" },
        { "CREATE VIEW v AS SELECT id FROM t UNION SELECT c FROM t", "t.c", "view v" },
        { "CREATE VIEW v AS WITH x AS (SELECT c FROM t) SELECT 1 AS one FROM x", "t.c", "view v" },
        { "CREATE VIEW v AS SELECT n FROM t JOIN u USING (c)", "t.c", "view v" },
        { "CREATE VIEW v AS SELECT * FROM u; CREATE VIEW w AS SELECT t.*, v.n FROM v, t", "t.c", "view w" },
        { "CREATE VIEW v AS SELECT n FROM u; CREATE VIEW w AS SELECT * FROM v, t", "t.c", "view w" },
        { "CREATE VIEW v AS SELECT c FROM t; CREATE VIEW w AS SELECT 1 AS one FROM v", "t.c", "view v and view w" },
        { "CREATE VIEW v AS SELECT 1 AS one FROM t", "t", "view v" },
        { "CREATE VIEW v AS SELECT 1 AS one FROM t; CREATE VIEW w AS SELECT * FROM v", "t", "view v and view w" },
        { "CREATE MATERIALIZED VIEW m AS SELECT c FROM t", "t.c", "materialized view m" },
        { "CREATE TRIGGER r AFTER UPDATE OF c ON t FOR EACH ROW EXECUTE FUNCTION c()", "t.c", "trigger r on t" },
        { "CREATE TRIGGER r AFTER INSERT ON t FOR EACH ROW WHEN (NEW.c > 1) EXECUTE FUNCTION c()", "t.c", "trigger r on t" },
        { "CREATE VIEW v AS SELECT c FROM t; CREATE TRIGGER r AFTER UPDATE OF c ON t EXECUTE FUNCTION c()", "t.c", "view v and trigger r on t" },
    };

    public static TheoryData<string, string> Others => new()
    {
        { "CREATE VIEW v AS SELECT c FROM u", "t.c" },
        { "CREATE VIEW v AS SELECT c FROM shop.t", "t.c" },
        { "CREATE VIEW v AS SELECT u.c FROM u JOIN t ON t.id = u.id", "t.c" },
        { "CREATE VIEW v AS SELECT id AS c FROM t", "t.c" },
        { "CREATE VIEW v AS SELECT id c FROM t", "t.c" },
        { "CREATE VIEW v (c) AS SELECT id FROM t", "t.c" },
        { "CREATE VIEW v AS SELECT 'c' AS x, count(*) AS y FROM t -- c", "t.c" },
        { "CREATE VIEW v AS SELECT x.c FROM (SELECT id AS c FROM t) x", "t.c" },
        { "CREATE VIEW v AS WITH t AS (SELECT c FROM u) SELECT c FROM t", "t.c" },
        { "CREATE VIEW v AS SELECT t.id FROM t JOIN u USING (id)", "t.c" },
        { "CREATE VIEW v AS SELECT n AS t FROM u", "t" },
        { "CREATE TRIGGER c AFTER UPDATE OF id ON t FOR EACH ROW EXECUTE FUNCTION c()", "t.c" },
        { "CREATE TRIGGER r AFTER UPDATE OF c ON u FOR EACH ROW EXECUTE FUNCTION c()", "t.c" },
        { "CREATE TRIGGER r AFTER UPDATE OF c ON t FOR EACH ROW EXECUTE FUNCTION c()", "t" },
        { "CREATE TRIGGER t AFTER UPDATE OF c ON u FOR EACH ROW EXECUTE FUNCTION c()", "t" },
    };

    [Theory]
    [MemberData(nameof(Readers))]
    public void Who_is_in_the_way_is_told(string sql, string dropped, string readers)
    {
        using var database = Begun(sql, dropped, readers);
        var e = Assert.Throws<InvalidOperationException>(() => database.Apply([Stranded.Drop(dropped)]));
        Assert.Equal("2BP01", Assert.IsType<PostgresException>(e.InnerException).SqlState);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Nobody_else_is(string sql, string dropped)
    {
        using var database = Begun(sql, dropped, "");
        database.Apply([Stranded.Drop(dropped)]);
    }

    private PostgresDatabase Begun(string sql, string dropped, string readers)
    {
        var database = new PostgresDatabase(server);
        database.Execute(Tables);
        Stranded.AssertTold(database.Provider.Traits, database.State, sql, dropped, readers);
        database.Execute(sql);
        return database;
    }
}
