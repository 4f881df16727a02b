using System.Collections.Generic;
using System.Linq;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>What views and triggers have beside their text is there again after they were in the way of a change.</summary>
public sealed class MadeAgainTests(PostgresServer server)
{
    public static TheoryData<string, string> Facts => new()
    {
        { "owner", "GRANT SELECT ON v, over TO boss, clerk; ALTER VIEW v OWNER TO boss; ALTER VIEW over OWNER TO clerk; ALTER MATERIALIZED VIEW m OWNER TO boss" },
        { "privileges", "GRANT SELECT, UPDATE ON v, m TO clerk; GRANT SELECT ON over TO \"Odd \"\"Role\"" },
        { "privilege of everybody", "GRANT SELECT ON v, m TO PUBLIC" },
        { "privilege to grant", "GRANT SELECT ON v TO clerk WITH GRANT OPTION; GRANT INSERT ON v TO clerk" },
        { "privilege that another granted", "GRANT SELECT ON v TO clerk WITH GRANT OPTION; SET ROLE clerk; GRANT SELECT ON v TO boss WITH GRANT OPTION; SET ROLE boss; GRANT SELECT ON v TO guest; RESET ROLE" },
        { "privilege of columns", "GRANT SELECT (\"Id\"), UPDATE (\"Id\", \"Total\") ON v TO clerk; GRANT SELECT (\"Mood\") ON v TO guest WITH GRANT OPTION; GRANT SELECT (\"Id\") ON m TO PUBLIC" },
        { "privilege that the owner has not", "ALTER VIEW v OWNER TO boss; REVOKE UPDATE, DELETE ON v FROM boss; REVOKE ALL ON m FROM postgres" },
        { "no privilege that is granted by default", "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO guest; GRANT INSERT ON v TO clerk; GRANT SELECT ON v TO boss; ALTER VIEW over OWNER TO boss" },
        { "comment", "COMMENT ON VIEW v IS 'it''s \\ a view'; COMMENT ON COLUMN v.\"Total\" IS 'sum'; COMMENT ON MATERIALIZED VIEW m IS 'kept'; COMMENT ON COLUMN m.\"Id\" IS 'id'" },
        { "options", "ALTER VIEW v SET (security_barrier = true, check_option = local); ALTER VIEW over SET (security_invoker = true); ALTER MATERIALIZED VIEW m SET (fillfactor = 70, autovacuum_enabled = false)" },
        { "default of a column", "ALTER VIEW v ALTER \"Id\" SET DEFAULT 7; ALTER VIEW v ALTER \"Mood\" SET DEFAULT 'good'" },
        { "rule", "CREATE RULE \"No\" AS ON DELETE TO v DO INSTEAD NOTHING; CREATE RULE put AS ON INSERT TO over DO INSTEAD INSERT INTO t VALUES (NEW.\"Id\"); COMMENT ON RULE \"No\" ON v IS 'kept'" },
        { "trigger of a view", "CREATE TRIGGER \"In\" INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION nothing(); COMMENT ON TRIGGER \"In\" ON v IS 'instead'" },
        { "trigger that is disabled", "ALTER TABLE t DISABLE TRIGGER watch; COMMENT ON TRIGGER watch ON t IS 'look'" },
        { "trigger of replicas", "ALTER TABLE t ENABLE REPLICA TRIGGER watch" },
        { "trigger that is always on", "ALTER TABLE t ENABLE ALWAYS TRIGGER watch" },
        { "indexes", "CREATE UNIQUE INDEX \"Ix\" ON m (\"Id\") WITH (fillfactor = 80); CREATE INDEX ON m ((\"Id\" + 1)) WHERE \"Id\" > 0; COMMENT ON INDEX \"Ix\" IS 'key'" },
        { "order of rows", "CREATE INDEX ix ON m (\"Id\"); ALTER MATERIALIZED VIEW m CLUSTER ON ix" },
        { "statistics", "ALTER MATERIALIZED VIEW m ALTER \"Id\" SET STATISTICS 500; CREATE STATISTICS st (ndistinct) ON \"Id\", \"Total\" FROM m; COMMENT ON STATISTICS st IS 'both'" },
        { "storage", "CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler; ALTER MATERIALIZED VIEW m SET ACCESS METHOD heap2" },
        { "no rows", "REFRESH MATERIALIZED VIEW m WITH NO DATA" },
        { "rows of one and none of another", "CREATE MATERIALIZED VIEW m2 AS SELECT * FROM top; REFRESH MATERIALIZED VIEW m2 WITH NO DATA" },
    };

    [Theory]
    [MemberData(nameof(Facts))]
    public void It_comes_back_when_a_type_or_an_enum_changes_and_when_that_is_undone(string what, string set)
    {
        using var database = MadeAgain.Database(server);
        var without = MadeAgain.Snapshot(database.Query);
        database.Execute(set);
        var before = MadeAgain.Snapshot(database.Query);
        Assert.True(without != before, what);

        Check(database, before, MadeAgain.Total("integer", "bigint"));
        Check(database, before, MadeAgain.Total("bigint", "integer"));
        Check(database, before, MadeAgain.Mood("good,bad,none", "bad,good"));
        Check(database, before, MadeAgain.Mood("bad,good", "good,bad,none"));
        Check(database, before, [.. MadeAgain.Total("integer", "numeric"), .. MadeAgain.Mood("good,bad,none", "bad,none,good")]);
    }

    [Fact]
    public void All_of_it_comes_back_together()
    {
        using var database = MadeAgain.Database(server);
        foreach (var (_, set) in Facts.Select(f => ((string, string))(f.Data)).Where(f => f.Item1 is not ("no rows" or "trigger of replicas" or "trigger that is always on")))
            database.Execute(set);
        var before = MadeAgain.Snapshot(database.Query);

        Check(database, before, [.. MadeAgain.Total("integer", "numeric"), .. MadeAgain.Mood("good,bad,none", "bad,none,good")]);
    }

    [Fact]
    public void Views_without_anything_keep_nothing()
    {
        using var database = MadeAgain.Database(server);
        var before = MadeAgain.Snapshot(database.Query);

        Check(database, before, MadeAgain.Total("integer", "bigint"));
        Assert.Equal([""], database.Query("SELECT string_agg(relname, ' ') FROM pg_class WHERE relacl IS NOT NULL AND relkind IN ('v', 'm') AND relnamespace = 'public'::regnamespace"));
        Assert.Equal(["1|10", "2|20"], database.Query("SELECT \"Id\", \"Total\" FROM top ORDER BY 1"));
    }

    [Fact]
    public void What_is_only_multiplied_or_counted_is_not_in_the_way()
    {
        using var database = MadeAgain.Database(server);
        database.Execute("CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS n, max(\"Id\" * 2) AS most FROM t");
        var id = database.Query("SELECT 'counted'::regclass::oid");

        database.Apply(MadeAgain.Total("integer", "bigint"));

        Assert.Equal(id, database.Query("SELECT 'counted'::regclass::oid"));
    }

    [Fact]
    public void Rows_come_again_in_the_order_in_which_views_read_each_other()
    {
        using var database = MadeAgain.Database(server);
        database.Execute("""
            CREATE MATERIALIZED VIEW a AS SELECT "Mood" FROM t;
            CREATE MATERIALIZED VIEW b AS SELECT "Mood" FROM a;
            CREATE MATERIALIZED VIEW "0" AS SELECT "Total", "Mood" FROM t, (SELECT FROM b) x
            """);
        var before = MadeAgain.Snapshot(database.Query);

        Check(database, before, [.. MadeAgain.Total("integer", "numeric"), .. MadeAgain.Mood("good,bad,none", "bad,none,good")]);
        Assert.Equal(["4"], database.Query("SELECT count(*) FROM \"0\""));
    }

    [Fact]
    public void They_are_there_again_before_an_enum_gets_a_value_outside_of_the_transaction()
    {
        using var database = MadeAgain.Database(server);
        database.Execute("GRANT SELECT ON v TO clerk");
        var before = MadeAgain.Snapshot(database.Query);
        MigrationOperation[] operations = [.. MadeAgain.Total("integer", "numeric"), .. MadeAgain.Mood("good,bad,none", "good,bad,none,odd")];

        var statements = database.Provider.GenerateSql(database.State, operations).Statements;

        Assert.True(statements[^1].SuppressTransaction);
        Assert.Contains(statements, s => s.Purpose.StartsWith("materialized view m again: its rows", System.StringComparison.Ordinal));
        Check(database, before, operations);
    }

    private static void Check(PostgresDatabase database, string before, IReadOnlyList<MigrationOperation> operations)
    {
        database.Apply(operations);

        Assert.Equal(before, MadeAgain.Snapshot(database.Query));
        Assert.Equal(["1|10|good", "2|20|bad"], database.Query("SELECT \"Id\", \"Total\", \"Mood\"::text FROM t ORDER BY 1"));
        Assert.Equal([""], database.Query("SELECT current_setting('dbmigrate.beside', true)"));
    }
}
