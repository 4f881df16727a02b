using System.Linq;
using System.Threading.Tasks;
using DbMigrate.Engine.Tests.Apply;
using DbMigrate.Protocol;
using DbMigrate.Tests.Shared;
using Npgsql;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>Revisions and scripts that change a column under views, run as an operator runs them.</summary>
public sealed class MadeAgainRunTests(PostgresServer server)
{
    private const string Views = """
        CREATE VIEW v AS SELECT "Id", "Total" FROM t;
        CREATE MATERIALIZED VIEW IF NOT EXISTS m AS SELECT "Id", "Total" FROM v WITH DATA;
        CREATE VIEW top AS SELECT * FROM m
        """;

    private const string Facts = """
        GRANT SELECT ON v TO clerk WITH GRANT OPTION;
        GRANT SELECT ("Id") ON m TO PUBLIC;
        COMMENT ON VIEW top IS 'kept';
        CREATE INDEX ix ON m ("Id");
        GRANT SELECT ON m TO boss;
        ALTER VIEW top OWNER TO boss
        """;

    [Fact]
    public void A_run_and_its_undoing_say_what_they_make_again()
    {
        using var db = Begun();
        Execute(db, Facts);
        var before = MadeAgain.Snapshot(db.Query);

        Assert.Equal(1, db.Work.Apply().Steps);
        Assert.Equal(["bigint"], db.Query("SELECT pg_typeof(\"Total\") ::text FROM top WHERE \"Id\" = 1"));
        Assert.Equal(before, MadeAgain.Snapshot(db.Query));

        Assert.Equal(1, db.Work.Apply(db.Work.Undo()).Steps);
        Assert.Equal(["integer"], db.Query("SELECT pg_typeof(\"Total\") ::text FROM top WHERE \"Id\" = 1"));
        Assert.Equal(before, MadeAgain.Snapshot(db.Query));
        var said = db.Work.Emitted.Select(e => e.Body).ToList();
        Assert.Contains(said, s => s.Contains("drop materialized view m, which reads it", System.StringComparison.Ordinal));
        Assert.Contains(said, s => s.Contains("materialized view m again: its rows, which takes as long as its query", System.StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_script_without_a_database_keeps_what_it_finds()
    {
        PostgresClient.SkipWithout();
        using var db = Begun();
        Execute(db, Facts);
        var before = MadeAgain.Snapshot(db.Query);

        Assert.Equal((0, ""), await PostgresClient.Run(db, db.Script("a:b")));
        Assert.Equal(before, MadeAgain.Snapshot(db.Query));
        Assert.Equal(["bigint"], db.Query("SELECT pg_typeof(\"Total\") ::text FROM top WHERE \"Id\" = 1"));

        Assert.Equal((0, ""), await PostgresClient.Run(db, db.Script("b:a")));
        Assert.Equal(before, MadeAgain.Snapshot(db.Query));
    }

    [Theory]
    [InlineData("ALTER VIEW v OWNER TO boss", "must be member of role \"boss\": ALTER VIEW public.v OWNER TO boss")]
    [InlineData("GRANT SELECT ON v TO clerk WITH GRANT OPTION; SET ROLE clerk; GRANT SELECT ON v TO guest", "permission denied to set role \"clerk\": SET LOCAL ROLE clerk; GRANT SELECT ON public.v TO guest; SET LOCAL ROLE NONE")]
    public void A_role_that_may_not_give_it_back_is_told_so_and_nothing_has_changed(string set, string message)
    {
        using var db = Begun();
        Execute(db, "ALTER TABLE t OWNER TO builder; ALTER VIEW v OWNER TO builder; ALTER VIEW top OWNER TO builder; ALTER MATERIALIZED VIEW m OWNER TO builder; ALTER SCHEMA public OWNER TO builder; ALTER TABLE \"__DbMigrationHistory\" OWNER TO builder; ALTER TABLE \"__DbMigrationLog\" OWNER TO builder");
        Execute(db, set);
        var before = MadeAgain.Snapshot(db.Query);
        db.Work.ConnectionString = new NpgsqlConnectionStringBuilder(db.ConnectionString) { Username = "builder" }.ConnectionString;

        var error = db.Work.Error(Methods.Apply, db.Work.Plan());

        Assert.Equal("RevisionFailed", error.ErrorId);
        Assert.Contains(message + ". HINT: Run it as a superuser, or as a member of the roles that own the views", error.Message);
        Assert.Contains("v, m, top again: what was there beside the text", error.Message);
        Assert.Contains("nothing of it remains", error.Message);
        Assert.Equal(before, MadeAgain.Snapshot(db.Query));
        Assert.Equal(["a"], db.Work.Status().Current);
    }

    [Fact]
    public void An_owner_of_all_of_it_needs_no_superuser()
    {
        using var db = Begun();
        Execute(db, "ALTER TABLE t OWNER TO builder; ALTER VIEW v OWNER TO builder; ALTER VIEW top OWNER TO builder; ALTER MATERIALIZED VIEW m OWNER TO builder; ALTER SCHEMA public OWNER TO builder; ALTER TABLE \"__DbMigrationHistory\" OWNER TO builder; ALTER TABLE \"__DbMigrationLog\" OWNER TO builder; GRANT SELECT ON v, m TO clerk");
        var before = MadeAgain.Snapshot(db.Query);
        db.Work.ConnectionString = new NpgsqlConnectionStringBuilder(db.ConnectionString) { Username = "builder" }.ConnectionString;

        Assert.Equal(1, db.Work.Apply().Steps);
        Assert.Equal(before, MadeAgain.Snapshot(db.Query));
    }

    [Fact]
    public void Rows_that_cannot_be_read_again_are_not_given_up()
    {
        using var db = Begun();
        Execute(db, "ALTER MATERIALIZED VIEW m OWNER TO boss");
        var before = MadeAgain.Snapshot(db.Query);

        var error = db.Work.Error(Methods.Apply, db.Work.Plan());

        Assert.Contains("materialized view m again: its rows, which takes as long as its query", error.Message);
        Assert.Contains("permission denied for view v", error.Message);
        Assert.Contains("nothing of it remains", error.Message);
        Assert.Equal(before, MadeAgain.Snapshot(db.Query));
        Assert.Equal(["2"], db.Query("SELECT count(*) FROM top"));
    }

    private PostgresWorkspace Begun()
    {
        var db = new PostgresWorkspace(server);
        Execute(db, MadeAgain.Roles);
        db.Work.Script(
            "a",
            null,
            "migrationBuilder.CreateTable(\"t\", t => new { Id = t.Column<int>(\"integer\"), Total = t.Column<int>(\"integer\", nullable: true) }, constraints: t => t.PrimaryKey(\"pk\", x => x.Id));\n"
            + Workspace.Sql("INSERT INTO t VALUES (1, 10), (2, 20)", Views, "GRANT ALL ON SCHEMA public TO boss"),
            "migrationBuilder.DropTable(\"t\");");
        db.Work.Apply();
        db.Work.Script("b", "a", Alter("long", "bigint", "int", "integer"), Alter("int", "integer", "long", "bigint"));
        return db;
    }

    private static string Alter(string clr, string type, string oldClr, string oldType)
        => $"migrationBuilder.AlterColumn<{clr}>(\"Total\", \"t\", \"{type}\", nullable: true, oldClrType: typeof({oldClr}), oldType: \"{oldType}\", oldNullable: true);";

    private static void Execute(PostgresWorkspace db, string sql)
    {
        using var connection = db.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
