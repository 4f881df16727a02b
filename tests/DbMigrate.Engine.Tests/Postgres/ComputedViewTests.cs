using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DbMigrate.Engine.Tests.Apply;
using DbMigrate.Protocol;
using DbMigrate.Tests.Shared;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>Views of a computed column whose source goes: it gets another one, which may take its name, or becomes ordinary, and the views keep all that they have.</summary>
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

    // The last row says what the views show after the revision.
    public static TheoryData<string, string, string[], string[]> Changes => new()
    {
        { nameof(ComputedPostgresContext), "", ["AlterColumn t.Sum", "DropColumn t.Gross"], ["1|8", "2|9"] },
        { nameof(HeirPostgresContext), "Net", [.. Aside, "AlterColumn t.Sum", "DropColumn t.Gross__renamed"], ["1|14", "2|16"] },
        { nameof(HeirPostgresContext), "", ["RenameColumn t.Gross", "AddColumn t.Gross", "DropColumn t.Net", "AlterColumn t.Sum", "DropColumn t.Gross__renamed"], ["1|10", "2|10"] },
        { nameof(OrdinaryHeirPostgresContext), "Net", [.. Aside, "AlterColumn t.Sum", "DropColumn t.Gross__renamed"], ["1|4", "2|6"] },
    };

    private static string[] Aside => ["RenameColumn t.Gross", "RenameColumn t.Net"];

    [Theory]
    [MemberData(nameof(Changes))]
    public void They_have_it_after_the_revision_and_after_it_is_undone(string context, string heir, string[] operations, string[] shown)
    {
        using var db = Begun(context);
        var before = MadeAgain.Snapshot(db.Query);

        Assert.Equal(operations.Order(), Generate(db, heir).Order());

        Assert.Equal(1, db.Work.Apply().Steps);
        Assert.Equal(before, MadeAgain.Snapshot(db.Query));
        Assert.Equal(shown, db.Query("SELECT * FROM top ORDER BY 1"));
        Assert.True(IsAsRecorded(db));

        Assert.Equal(1, db.Work.Apply(db.Work.Undo()).Steps);
        Assert.Equal(before, MadeAgain.Snapshot(db.Query));
        Assert.Equal(["1|0", "2|0"], db.Query("SELECT * FROM top ORDER BY 1"));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task They_have_it_after_a_script_without_a_database(string context, string heir, string[] operations, string[] shown)
    {
        PostgresClient.SkipWithout();
        using var db = Begun(context);
        var before = MadeAgain.Snapshot(db.Query);
        Assert.Equal(operations.Length, Generate(db, heir).Count);

        Assert.Equal((0, ""), await PostgresClient.Run(db, db.Script("a:b")));
        Assert.Equal(before, MadeAgain.Snapshot(db.Query));
        Assert.Equal(shown, db.Query("SELECT * FROM top ORDER BY 1"));

        Assert.Equal((0, ""), await PostgresClient.Run(db, db.Script("b:a")));
        Assert.Equal(before, MadeAgain.Snapshot(db.Query));
        Assert.Equal(["1|0", "2|0"], db.Query("SELECT * FROM top ORDER BY 1"));
    }

    [Theory]
    [InlineData("CREATE VIEW d AS SELECT \"Gross\" AS \"Shown\", \"Sum\" FROM t; CREATE VIEW e AS SELECT * FROM d")]
    [InlineData("CREATE TRIGGER gross AFTER UPDATE OF \"Gross\" ON t FOR EACH ROW EXECUTE FUNCTION nothing()")]
    public void What_reads_the_column_itself_reads_the_other_one_then(string sql)
    {
        using var db = Begun(nameof(HeirPostgresContext), sql);
        Generate(db, "Net");

        Assert.Equal(1, db.Work.Apply().Steps);
        Assert.True(IsAsRecorded(db));
        Assert.DoesNotContain(db.Work.Warnings, w => w.Contains("which", System.StringComparison.Ordinal));
        if (sql.Contains("VIEW d", System.StringComparison.Ordinal))
            Assert.Equal(["7|14", "8|16"], db.Query("SELECT * FROM e ORDER BY 1"));

        Assert.Equal(1, db.Work.Apply(db.Work.Undo()).Steps);
    }

    private PostgresWorkspace Begun(string context, params string[] more)
    {
        var db = new PostgresWorkspace(server, context);
        db.Query(MadeAgain.Roles);
        db.Work.Script("a", null, Table + Workspace.Sql(["INSERT INTO t VALUES (1, 2, 7), (2, 3, 8)", Views, .. more]), "migrationBuilder.DropTable(\"t\");");
        db.Work.Apply();
        db.Query(Facts);
        return db;
    }

    private static List<string> Generate(PostgresWorkspace db, string heir)
    {
        var request = db.Work.New("b", "a");
        if (db.Work.Context != nameof(ComputedPostgresContext))
        {
            request.Renames = heir.Length > 0 ? [new() { From = "t.Gross" }, new() { From = "t." + heir, To = "Gross" }] : [new() { From = "t.Gross" }, new() { From = "t.Net" }];
            request.Fills = heir.Length > 0 ? [] : [new() { Column = "t.Gross", Value = "5", ValueType = "System.Int32" }];
        }

        return [.. db.Work.Result<GenerateResult>(Methods.Generate, request).Operations.Select(o => $"{o.Kind} {o.Object}")];
    }

    private static bool IsAsRecorded(PostgresWorkspace db)
        => db.Work.Result<CheckResult>(Methods.Check, new CheckRequest { Folder = db.Work.FolderMessage, Database = db.Work.DatabaseMessage, Applied = true, Drift = true }).IsOk;
}
