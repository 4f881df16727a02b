using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DbMigrate.Engine.Tests.Apply;
using DbMigrate.Protocol;
using DbMigrate.Tests.Shared;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>Views of a computed column whose source goes: the model gives it another one, and the views keep all that they have.</summary>
public sealed class ComputedViewTests(PostgresServer server)
{
    private const string Table = """
        migrationBuilder.CreateTable("t", t => new
        {
            Id = t.Column<int>("integer"),
            Gross = t.Column<int>("integer"),
            Net = t.Column<int>("integer"),
            Sum = t.Column<int>("integer", nullable: true, computedColumnSql: "\"Gross\" * 2", stored: true),
        }, constraints: t => t.PrimaryKey("pk", x => x.Id));
        migrationBuilder.CreateIndex("ix", "t", "Sum");
        """;

    private const string Views = """
        CREATE VIEW v WITH (security_barrier) AS SELECT "Id", "Sum" FROM t;
        CREATE MATERIALIZED VIEW m AS SELECT "Id", "Sum" FROM v;
        CREATE VIEW top AS SELECT * FROM m;
        CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
        CREATE TRIGGER watch AFTER UPDATE OF "Sum" ON t FOR EACH ROW EXECUTE FUNCTION nothing()
        """;

    private const string Facts = """
        GRANT SELECT ON v TO clerk WITH GRANT OPTION;
        GRANT SELECT ("Id") ON m TO PUBLIC;
        COMMENT ON VIEW v IS 'kept';
        COMMENT ON COLUMN v."Sum" IS 'kept too';
        CREATE UNIQUE INDEX im ON m ("Id");
        GRANT ALL ON SCHEMA public TO boss;
        GRANT SELECT ON m TO boss;
        ALTER VIEW top OWNER TO boss;
        ALTER TABLE t DISABLE TRIGGER watch
        """;

    [Fact]
    public void They_have_it_after_the_revision_and_after_it_is_undone()
    {
        using var db = Begun();
        var before = MadeAgain.Snapshot(db.Query);

        var operations = Generate(db);
        Assert.Equal(["AlterColumn t.Sum", "DropColumn t.Gross"], operations);

        Assert.Equal(1, db.Work.Apply().Steps);
        Assert.Equal(before, MadeAgain.Snapshot(db.Query));
        Assert.Equal(["1|8", "2|9"], db.Query("SELECT * FROM top ORDER BY 1"));

        Assert.Equal(1, db.Work.Apply(db.Work.Undo()).Steps);
        Assert.Equal(before, MadeAgain.Snapshot(db.Query));
        Assert.Equal(["1|0", "2|0"], db.Query("SELECT * FROM top ORDER BY 1"));
    }

    [Fact]
    public async Task They_have_it_after_a_script_without_a_database()
    {
        PostgresClient.SkipWithout();
        using var db = Begun();
        var before = MadeAgain.Snapshot(db.Query);
        Generate(db);

        Assert.Equal((0, ""), await PostgresClient.Run(db, db.Script("a:b")));
        Assert.Equal(before, MadeAgain.Snapshot(db.Query));
        Assert.Equal(["1|8", "2|9"], db.Query("SELECT * FROM top ORDER BY 1"));

        Assert.Equal((0, ""), await PostgresClient.Run(db, db.Script("b:a")));
        Assert.Equal(before, MadeAgain.Snapshot(db.Query));
        Assert.Equal(["1|0", "2|0"], db.Query("SELECT * FROM top ORDER BY 1"));
    }

    private PostgresWorkspace Begun()
    {
        var db = new PostgresWorkspace(server, nameof(ComputedPostgresContext));
        db.Query(MadeAgain.Roles);
        db.Work.Script("a", null, Table + Workspace.Sql("INSERT INTO t VALUES (1, 2, 7), (2, 3, 8)", Views), "migrationBuilder.DropTable(\"t\");");
        db.Work.Apply();
        db.Query(Facts);
        return db;
    }

    private static List<string> Generate(PostgresWorkspace db)
        => [.. db.Work.Result<GenerateResult>(Methods.Generate, db.Work.New("b", "a")).Operations.Select(o => $"{o.Kind} {o.Object}")];
}
