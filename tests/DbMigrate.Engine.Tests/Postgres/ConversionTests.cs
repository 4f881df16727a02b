using DbMigrate.Engine.Tests.Apply;
using DbMigrate.Protocol;
using DbMigrate.Tests.Shared;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>Values that a new type cannot hold are never cut or rounded silently, which the server does where it is asked for a cast.</summary>
public sealed class ConversionTests(PostgresServer server)
{
    [Theory]
    [InlineData("character varying(100)", "character varying(3)", "'Bob', 'Ada O''Neil', NULL", "id = 2: 'Ada O''Neil'")]
    [InlineData("text", "character varying(3)", "'Bob', 'Anna'", "id = 2: 'Anna'")]
    [InlineData("text", "character(3)", "'a', 'abcd'", "id = 2: 'abcd'")]
    [InlineData("integer", "character varying(2)", "12, 123", "id = 2: '123'")]
    [InlineData("boolean", "character varying(4)", "true, false", "id = 2: 'false'")]
    [InlineData("numeric(12,2)", "bigint", "3.00, 100.25", "id = 2: 100.25")]
    [InlineData("numeric", "integer", "3.00, 0.5, 1.5", "id = 2: 0.5\n  id = 3: 1.5")]
    [InlineData("numeric(12,3)", "numeric(12,1)", "1.200, 1.250", "id = 2: 1.250")]
    [InlineData("numeric", "numeric(6,2)", "1.25, 1.255", "id = 2: 1.255")]
    [InlineData("double precision", "integer", "3, 0.5", "id = 2: 0.5")]
    [InlineData("double precision", "numeric(6,2)", "0.1, 0.125", "id = 2: 0.125")]
    public void Values_that_do_not_fit_are_an_error_that_names_their_rows(string from, string to, string values, string rows)
    {
        using var db = Filled(from, to, values);
        var before = db.Query("SELECT id, v FROM t ORDER BY id");

        var error = db.Work.Error(Methods.Apply, db.Work.Plan());

        Assert.Equal("ValueNotConvertible", error.ErrorId);
        Assert.EndsWith($"\nt.v has values that {to} cannot hold:\n  {rows}", error.Message);
        Assert.Contains("nothing of it remains", error.Message);
        Assert.Contains("with Sql in the same revision", error.Action);
        Assert.Equal(before, db.Query("SELECT id, v FROM t ORDER BY id"));
    }

    [Theory]
    [InlineData("character varying(4)[]", "character varying(2)[]", "'{ab,abcd}'")]
    [InlineData("bit varying(5)", "bit varying(3)", "B'10101'")]
    [InlineData("bigint", "integer", "3000000000")]
    [InlineData("text", "integer", "'x'")]
    public void What_the_server_refuses_is_its_error(string from, string to, string values)
    {
        using var db = Filled(from, to, values);
        Assert.Equal("RevisionFailed", db.Work.Error(Methods.Apply, db.Work.Plan()).ErrorId);
    }

    [Theory]
    [InlineData("character varying(100)", "character varying(3)", "'Bob', 'ab  ', NULL", "Bob|ab |")]
    [InlineData("character(5)", "text", "'ab'", "ab")]
    [InlineData("text", "integer", "'12'", "12")]
    [InlineData("integer", "text", "12", "12")]
    [InlineData("numeric(12,2)", "integer", "3.00, NULL", "3|")]
    [InlineData("double precision", "numeric(6,2)", "0.1, 10.3, 0.1::float8 + 0.2", "0.10|10.30|0.30")]
    [InlineData("double precision", "numeric", "0.1, 12345.678", "0.1|12345.678")]
    [InlineData("double precision", "real", "0.1", "0.1")]
    [InlineData("timestamp without time zone", "date", "'2026-11-23 10:00'", "2026-11-23")]
    [InlineData("character varying(4)[]", "character varying(6)[]", "'{ab,abcd}'", "{ab,abcd}")]
    [InlineData("text", "uuid", "'00000000-0000-0000-0000-000000000001'", "00000000-0000-0000-0000-000000000001")]
    public void Values_that_fit_are_converted(string from, string to, string values, string result)
    {
        using var db = Filled(from, to, values);
        Assert.Equal(1, db.Work.Apply().Steps);
        Assert.Equal(result.Split('|'), db.Query("SELECT coalesce(v::text, '') FROM t ORDER BY id"));
    }

    [Fact]
    public void Values_that_the_revision_converts_before_are_none()
    {
        using var db = Filled("numeric", "integer", "0.5", Workspace.Sql("UPDATE t SET v = round(v * 100)"));
        Assert.Equal(1, db.Work.Apply().Steps);
        Assert.Equal(["50"], db.Query("SELECT v FROM t"));
    }

    private PostgresWorkspace Filled(string from, string to, string values, string before = "")
    {
        var db = new PostgresWorkspace(server);
        db.Work.Script("a", null, $$"""
            migrationBuilder.CreateTable(
                name: "t",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false).Annotation("Npgsql:ValueGenerationStrategy", "IdentityByDefaultColumn"),
                    v = table.Column<string>(type: "{{from}}", nullable: true)
                },
                constraints: table => table.PrimaryKey("PK_t", x => x.id));
            """);
        Assert.Equal(1, db.Work.Apply().Steps);
        db.Query($"INSERT INTO t (v) VALUES ({string.Join("), (", values.Split(", "))})");
        db.Work.Script("b", "a", before + $"""
            migrationBuilder.AlterColumn<string>(name: "v", table: "t", type: "{to}", nullable: true, oldClrType: typeof(string), oldType: "{from}", oldNullable: true);
            """);
        return db;
    }
}
