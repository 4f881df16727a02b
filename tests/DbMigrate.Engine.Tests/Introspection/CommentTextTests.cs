using System.Linq;
using Xunit;

namespace DbMigrate.Engine.Tests.Introspection;

public sealed class CommentTextTests
{
    [Fact]
    public void Comments_that_EF_writes_are_read_back()
    {
        var table = SqliteDatabase.Table("""
            CREATE TABLE t (
                -- of the table
                --
                --   indented

                -- of a
                -- in two lines
                a INT,

                b INT,

                -- of c
                c INT
            )
            """);
        Assert.Equal("of the table\n\n  indented", table.Comment);
        Assert.Equal(["of a\nin two lines", null, "of c"], table.Columns.Select(c => c.Comment));
    }

    [Fact]
    public void An_empty_line_tells_the_comment_of_the_table_from_that_of_its_first_column()
    {
        Assert.Equal(("x", null), Both(SqliteDatabase.Table("CREATE TABLE t (\r\n-- x\r\n\r\na INT)")));
        Assert.Equal((null, "x"), Both(SqliteDatabase.Table("CREATE TABLE t (\r\n-- x\r\na INT)")));
    }

    [Fact]
    public void Comments_of_other_kinds_belong_to_nobody()
    {
        var table = SqliteDatabase.Table("""
            CREATE TABLE t ( -- behind the bracket
                /* of another kind */
                a INT, -- behind a column
                b INT /* within */ NOT NULL
                -- at the end
            )
            """);
        Assert.Equal((null, null), Both(table));
        Assert.All(table.Columns, c => Assert.Null(c.Comment));
    }

    private static (string? Table, string? Column) Both(Schema.Table table) => (table.Comment, table.Columns[0].Comment);
}
