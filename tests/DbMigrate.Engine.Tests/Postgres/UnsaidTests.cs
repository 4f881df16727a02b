using System.Linq;
using DbMigrate.Engine.Tests.Apply;
using DbMigrate.Protocol;
using DbMigrate.Tests.Shared;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>What EF Core's operations cannot say is written as SQL where the server tells it, and else named.</summary>
public sealed class UnsaidTests(PostgresServer server)
{
    private const string Schema = """
        CREATE SCHEMA shop;
        CREATE DOMAIN shop.grade AS integer CHECK (VALUE > 0);
        CREATE FUNCTION twice(x integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 2 * x';
        CREATE TABLE t (id integer PRIMARY KEY, g shop.grade, d integer GENERATED ALWAYS AS (twice(id)) STORED);
        CREATE FUNCTION newest() RETURNS t LANGUAGE sql AS 'SELECT * FROM t ORDER BY id DESC LIMIT 1';
        CREATE VIEW v AS SELECT (newest()).id AS id;
        CREATE MATERIALIZED VIEW m AS SELECT id FROM t
        """;

    [Fact]
    public void A_baseline_has_the_sql_of_what_the_server_tells_and_names_the_rest()
    {
        using var old = new PostgresWorkspace(server);
        old.Query(Schema);
        old.Work.Result<GenerateResult>(Methods.Generate, Request(old, r => r.Baseline = true));
        Assert.Equal(["Not written, because EF Core has no operations for them and the database does not tell their SQL; add them by hand: materialized view m."], old.Work.Warnings);

        old.Work.ConnectionString = server.ConnectionString(server.CreateDatabase());
        Assert.Equal(1, old.Work.Apply().Steps);
        Assert.Equal(1, old.Work.Apply(old.Work.Undo()).Steps);
        Assert.Equal(1, old.Work.Apply().Steps);
        Assert.Empty(Compare(old).Differences);
    }

    [Fact]
    public void What_no_revision_mentions_is_said_not_to_be_compared()
    {
        using var db = new PostgresWorkspace(server);
        db.Work.Script("a", null, Workspace.Sql("CREATE FUNCTION known() RETURNS integer LANGUAGE sql AS 'SELECT 1'"));
        db.Work.Apply();
        Compare(db);
        Assert.Empty(db.Work.Warnings);

        db.Query("CREATE FUNCTION stray() RETURNS integer LANGUAGE sql AS 'SELECT 1'; CREATE DOMAIN grade AS integer");
        Compare(db);
        Assert.Equal(["Not compared, because EF Core has no operations for them: domain grade, function stray."], db.Work.Warnings);

        db.Work.Emitted.Clear();
        db.Work.Result<GenerateResult>(Methods.Generate, Request(db, r => (r.FromDatabase, r.Parents) = (true, ["a"])));
        Assert.Equal(["Not compared, because EF Core has no operations for them: domain grade, function stray."], db.Work.Warnings);
    }

    [Fact]
    public void A_revision_from_a_drifted_database_makes_its_own_conditions_once()
    {
        using var db = new PostgresWorkspace(server, nameof(CheckedPostgresContext));
        const string Create = "migrationBuilder.CreateTable(\"t\", t => new { id = t.Column<int>(\"integer\"), x = t.Column<int>(\"integer\") }, constraints: t => t.PrimaryKey(\"t_pkey\", t => t.id));";
        db.Work.Script("a", null, Create, "migrationBuilder.DropTable(\"t\");");
        db.Work.Apply();
        db.Query("ALTER TABLE t ADD stray integer");

        var result = db.Work.Result<GenerateResult>(Methods.Generate, Request(db, r => (r.FromDatabase, r.Parents) = (true, ["a"])));

        Assert.Equal(["AddCheckConstraint", "AddColumn", "CreateIndex", "DropColumn"], result.Operations.Select(o => o.Kind).Order());
    }

    private static CompareResult Compare(PostgresWorkspace db) => db.Work.Result<CompareResult>(Methods.Compare, new CompareRequest
    {
        Folder = db.Work.FolderMessage,
        Database = db.Work.DatabaseMessage,
        Reference = "current",
        Difference = CompareRequest.Live,
    });

    private static GenerateRequest Request(PostgresWorkspace db, System.Action<GenerateRequest> change)
    {
        var request = new GenerateRequest
        {
            Folder = db.Work.FolderMessage,
            Databases = [db.Work.DatabaseMessage],
            RevisionId = "new1",
            Message = "new",
            Created = "2026-01-02T03:04:05Z",
            Path = db.Work.PathOf("new1"),
        };
        change(request);
        return request;
    }
}
