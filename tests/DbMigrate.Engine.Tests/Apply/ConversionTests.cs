using DbMigrate.Protocol;
using Xunit;

namespace DbMigrate.Engine.Tests.Apply;

/// <summary>Values that a new type cannot hold are never lost silently (C66, alembic.md §3.2 number 21).</summary>
public sealed class ConversionTests
{
    private const string DataToInt = """
        migrationBuilder.AlterColumn<int>(name: "data", table: "foo", type: "INTEGER", nullable: true, oldClrType: typeof(string), oldType: "VARCHAR(50)", oldNullable: true);
        """;

    // C66: Alembic makes 0, 22, 8, 9 and 0 of these; here nothing is changed, and the rows are named.
    [Fact]
    public void C66_Texts_that_are_no_integers_are_an_error_that_names_their_rows()
    {
        using var work = Foo();
        work.Script("b", "a", DataToInt);

        var error = work.Error(Methods.Apply, work.Plan());

        Assert.Equal("ValueNotConvertible", error.ErrorId);
        Assert.Contains("foo.data has values that INTEGER cannot hold:\n  id = 1: 'd1'\n  id = 3: ", error.Message);
        Assert.Contains("id = 5: 'd5'", error.Message);
        Assert.Contains("nothing of it remains", error.Message);
        Assert.Contains("with Sql in the same revision", error.Action);
        Assert.Equal(["1|d1", "2|22", "3|8.5", "4|9.46", "5|d5"], work.Query("SELECT id, data FROM foo ORDER BY id"));
        Assert.Equal(["VARCHAR(50)"], work.Query("SELECT type FROM pragma_table_info('foo') WHERE name = 'data'"));
    }

    [Fact]
    public void C66_Texts_that_the_same_revision_converts_are_none()
    {
        using var work = Foo();
        work.Script("b", "a", DataToInt + Workspace.Sql("UPDATE foo SET data = CAST(data AS INTEGER)"));

        Assert.Equal(1, work.Apply().Steps);

        Assert.Equal(["0|integer", "22|integer", "8|integer", "9|integer", "0|integer"], work.Query("SELECT data, typeof(data) FROM foo ORDER BY id"));
    }

    [Fact]
    public void Integers_that_a_real_would_round_are_an_error_that_names_their_rows()
    {
        using var work = Foo();
        work.Query("INSERT INTO foo VALUES (6, 'x', 9007199254740993), (7, 'x', 9007199254740992); SELECT 1");
        work.Script("b", "a", """
            migrationBuilder.AlterColumn<double>(name: "x", table: "foo", type: "REAL", nullable: true, oldClrType: typeof(int), oldType: "INTEGER", oldNullable: true);
            """);

        var error = work.Error(Methods.Apply, work.Plan());

        Assert.Equal("ValueNotConvertible", error.ErrorId);
        Assert.EndsWith("foo.x has values that REAL cannot hold:\n  id = 6: 9007199254740993", error.Message);
        Assert.Equal(["9007199254740993"], work.Query("SELECT x FROM foo WHERE id = 6"));
    }

    [Fact]
    public void At_most_ten_rows_are_named_and_long_values_are_cut()
    {
        using var work = Foo();
        work.Query("WITH RECURSIVE c(n) AS (SELECT 10 UNION ALL SELECT n + 1 FROM c WHERE n < 60) INSERT INTO foo SELECT n, printf('%.200c', 'x'), 1 FROM c; SELECT 1");
        work.Script("b", "a", DataToInt);

        var lines = work.Error(Methods.Apply, work.Plan()).Message.Split("cannot hold:\n")[1].Split('\n');

        Assert.Equal(10, lines.Length);
        Assert.All(lines, l => Assert.True(l.Length < 100));
    }

    private static Workspace Foo()
    {
        var work = new Workspace();
        work.Script("a", null, Workspace.Sql(
            "CREATE TABLE foo (id INTEGER NOT NULL PRIMARY KEY, data VARCHAR(50), x INTEGER)",
            "INSERT INTO foo VALUES (1, 'd1', 5), (2, '22', 6), (3, '8.5', 7), (4, '9.46', 8), (5, 'd5', 9)"));
        work.Apply();
        return work;
    }
}
