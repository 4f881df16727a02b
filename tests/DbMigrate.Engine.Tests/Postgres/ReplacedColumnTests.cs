using System.Linq;
using System.Threading.Tasks;
using DbMigrate.Tests.Shared;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>Views and triggers that name a column which goes while another takes its name: they read the other one then, and keep all that they have.</summary>
public sealed class ReplacedColumnTests(PostgresServer server)
{
    private const string Views = """
        CREATE VIEW v WITH (security_barrier) AS SELECT "Id", "Gross" FROM t;
        CREATE MATERIALIZED VIEW m AS SELECT "Id", "Gross" FROM v;
        CREATE VIEW top AS SELECT * FROM m;
        CREATE MATERIALIZED VIEW direct AS SELECT "Gross" FROM t;
        CREATE MATERIALIZED VIEW empty AS SELECT "Gross" FROM t WITH NO DATA;
        CREATE MATERIALIZED VIEW other AS SELECT "Id" FROM t;
        CREATE VIEW wide AS SELECT "Id", "Rate" FROM t;
        CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
        CREATE TRIGGER watch AFTER UPDATE OF "Gross" ON t FOR EACH ROW WHEN (NEW."Gross" > 5) EXECUTE FUNCTION nothing();
        CREATE TRIGGER put INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION nothing()
        """;

    private const string Facts = """
        GRANT ALL ON SCHEMA public TO boss;
        GRANT SELECT ON v TO clerk WITH GRANT OPTION;
        GRANT SELECT ("Id") ON m TO PUBLIC;
        GRANT SELECT ON m TO boss;
        GRANT SELECT ON wide TO clerk;
        ALTER VIEW v SET (security_invoker = true);
        ALTER VIEW v ALTER "Gross" SET DEFAULT 7;
        CREATE RULE no AS ON DELETE TO v DO INSTEAD UPDATE t SET "Gross" = 0 WHERE "Id" = OLD."Id";
        COMMENT ON VIEW v IS 'kept';
        COMMENT ON COLUMN v."Gross" IS 'kept too';
        COMMENT ON TRIGGER watch ON t IS 'look';
        COMMENT ON TRIGGER put ON v IS 'in';
        ALTER TABLE t DISABLE TRIGGER watch;
        CREATE UNIQUE INDEX im ON m ("Id");
        COMMENT ON INDEX im IS 'key';
        CREATE INDEX id ON direct ("Gross");
        ALTER MATERIALIZED VIEW direct ALTER "Gross" SET STATISTICS 500;
        ALTER VIEW top OWNER TO boss
        """;

    public static TheoryData<string, string[]> Heirs => new()
    {
        { "Net", ["1|7", "2|8"] },
        { "", ["1|5", "2|5"] },
    };

    [Theory]
    [MemberData(nameof(Heirs))]
    public void They_have_it_after_the_revision_and_after_it_is_undone(string heir, string[] shown)
    {
        using var db = Replaced.Begun(server, Views);
        db.Query(Facts);
        var (before, other) = (MadeAgain.Snapshot(db.Query), Other(db));
        Replaced.Generate(db, heir);
        Assert.DoesNotContain(db.Work.Warnings, w => w.Contains("which", System.StringComparison.Ordinal));

        Assert.Equal(1, db.Work.Apply().Steps);
        Assert.Equal(before, MadeAgain.Snapshot(db.Query));
        Assert.Equal(shown, db.Query("SELECT * FROM top ORDER BY 1"));
        Assert.Equal(shown.Select(s => s[2..]), db.Query("SELECT \"Gross\" FROM direct ORDER BY 1"));
        Assert.Equal("", Replaced.Difference(db));

        Assert.Equal(1, db.Work.Apply(db.Work.Undo()).Steps);
        Assert.Equal(before, MadeAgain.Snapshot(db.Query));
        Assert.Equal(["1|0", "2|0"], db.Query("SELECT * FROM top ORDER BY 1"));
        Assert.Equal(other, Other(db));
        Assert.Contains(db.Work.Emitted, e => e.Body.Contains("materialized view m again: its rows, which takes as long as its query", System.StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Heirs))]
    public async Task They_have_it_after_a_script_without_a_database(string heir, string[] shown)
    {
        PostgresClient.SkipWithout();
        foreach (var idempotent in new[] { false, true })
        {
            using var db = Replaced.Begun(server, Views);
            db.Query(Facts);
            var before = MadeAgain.Snapshot(db.Query);
            Replaced.Generate(db, heir);

            Assert.Equal((0, ""), await PostgresClient.Run(db, db.Script("a:b", idempotent)));
            Assert.Equal(before, MadeAgain.Snapshot(db.Query));
            Assert.Equal(shown, db.Query("SELECT * FROM top ORDER BY 1"));

            Assert.Equal((0, ""), await PostgresClient.Run(db, db.Script("b:a")));
            Assert.Equal(before, MadeAgain.Snapshot(db.Query));
            Assert.Equal(["1|0", "2|0"], db.Query("SELECT * FROM top ORDER BY 1"));
        }
    }

    [Theory]
    [MemberData(nameof(Heirs))]
    public void They_have_it_after_a_revision_from_the_database(string heir, string[] shown)
    {
        using var db = Replaced.Begun(server, Views);
        db.Query(Facts);
        var before = MadeAgain.Snapshot(db.Query);
        Replaced.Generate(db, heir, fromDatabase: true);

        Assert.Equal(1, db.Work.Apply().Steps);
        Assert.Equal(before, MadeAgain.Snapshot(db.Query));
        Assert.Equal(shown, db.Query("SELECT * FROM top ORDER BY 1"));
        Assert.Equal("", Replaced.Difference(db));
    }

    private static string Other(PostgresWorkspace db) => db.Query("SELECT 'other'::regclass::oid").Single();
}
