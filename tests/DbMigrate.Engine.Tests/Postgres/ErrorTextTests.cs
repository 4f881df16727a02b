using DbMigrate.Engine.Tests.Apply;
using DbMigrate.Protocol;
using DbMigrate.Tests.Shared;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>What the server says of a statement that fails is told in sentences, with the names of what stands in the way.</summary>
public sealed class ErrorTextTests(PostgresServer server)
{
    [Theory]
    [InlineData("migrationBuilder.DropColumn(name: \"x\", table: \"t\");",
        "statement 1 of 1 (DropColumn t.x) failed: 2BP01: cannot drop column x of table t because other objects depend on it. DETAIL: view w depends on column x of table t. It was rolled back")]
    [InlineData("migrationBuilder.CreateIndex(name: \"u\", table: \"t\", column: \"x\", unique: true);",
        "failed: 23505: could not create unique index \"u\". DETAIL: Key (x)=(1) is duplicated. It was rolled back")]
    [InlineData("migrationBuilder.Sql(\"SELECT y FROM t\");", "failed: 42703: column \"y\" does not exist, at character 8. It was rolled back")]
    [InlineData("migrationBuilder.Sql(\"SELECT nofunction(1)\");",
        "failed: 42883: function nofunction(integer) does not exist, at character 8. HINT: No function matches the given name and argument types. You might need to add explicit type casts. It was")]
    public void A_failure_names_what_stands_in_the_way(string change, string text)
    {
        using var db = Filled(change);
        var error = db.Work.Error(Methods.Apply, db.Work.Plan());
        Assert.Contains(text, error.Message);
        Assert.DoesNotContain("CASCADE", error.Message);
    }

    [Fact]
    public void Values_stay_out_of_messages_where_the_connection_says_so()
    {
        using var db = Filled("migrationBuilder.CreateIndex(name: \"u\", table: \"t\", column: \"x\", unique: true);");
        db.Work.ConnectionString += ";Include Error Detail=false";
        Assert.Contains("failed: 23505: could not create unique index \"u\". It was rolled back", db.Work.Error(Methods.Apply, db.Work.Plan()).Message);
    }

    [Fact]
    public void A_role_without_the_right_is_told_so_and_not_that_the_server_is_out_of_reach()
    {
        using var db = Filled("");
        db.Query($"CREATE ROLE \"{db.Name}\"");
        db.Work.ConnectionString += $";Options=-c role={db.Name}";
        var error = db.Work.Error(Methods.Status, new StatusRequest { Folder = db.Work.FolderMessage, Database = db.Work.DatabaseMessage });
        Assert.Equal("DatabaseUnavailable", error.ErrorId);
        Assert.EndsWith("cannot be used: 42501: permission denied for table __DbMigrationHistory.", error.Message);
        Assert.Equal("Connect as a role that has this right, or grant it.", error.Action);
    }

    private PostgresWorkspace Filled(string change)
    {
        var db = new PostgresWorkspace(server);
        db.Work.Script("a", null, Workspace.Sql("CREATE TABLE t (x integer)", "INSERT INTO t VALUES (1), (1)", "CREATE VIEW w AS SELECT x FROM t"));
        db.Work.Apply();
        db.Work.Script("b", "a", change);
        return db;
    }
}
