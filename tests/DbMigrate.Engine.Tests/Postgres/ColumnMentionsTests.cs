using DbMigrate.Engine.Sql.Postgres;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

public sealed class ColumnMentionsTests
{
    [Theory]
    [InlineData("length((\"Full Name\")::text) < 114", "Full Name", true)]
    [InlineData("length((\"Full Name\")::text) < 114", "Name", false)]
    [InlineData("length((\"Full Name\")::text) < 114", "length", false)]
    [InlineData("length((\"Full Name\")::text) < 114", "text", false)]
    [InlineData("(total > 0) AND (\"Total\" < 9)", "total", true)]
    [InlineData("\"Total\" < 9", "total", false)]
    [InlineData("upper(note) <> 'Name'", "Name", false)]
    [InlineData(null, "Name", false)]
    public void A_column_is_read_where_its_name_stands(string? sql, string column, bool isRead)
        => Assert.Equal(isRead, ColumnMentions.Any(sql, column));
}
