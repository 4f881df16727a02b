using System.Linq;
using CsCheck;
using DbMigrate.Engine.Sql.Text;
using Xunit;

namespace DbMigrate.Engine.Tests.Sql;

public sealed class SqlTokenizerTests
{
    [Theory]
    [InlineData("\"a \"\"b\"", "QuotedName")]
    [InlineData("[order details]", "QuotedName")]
    [InlineData("`a``b`", "QuotedName")]
    [InlineData("'it''s -- no comment'", "String")]
    [InlineData("x'C0FFEE'", "Blob")]
    [InlineData("X'00'", "Blob")]
    [InlineData("xylophone", "Word")]
    [InlineData("größe", "Word")]
    [InlineData("a$1", "Word")]
    [InlineData("1.5e-10", "Number")]
    [InlineData(".5", "Number")]
    [InlineData("0xFF", "Number")]
    [InlineData("-- line", "Comment")]
    [InlineData("/* a\n * b */", "Comment")]
    [InlineData("?1", "Parameter")]
    [InlineData(":name", "Parameter")]
    [InlineData("@p0", "Parameter")]
    [InlineData("$p", "Parameter")]
    [InlineData("||", "Operator")]
    [InlineData("->>", "Operator")]
    [InlineData(";", "Operator")]
    [InlineData("'never closed", "String")]
    [InlineData("/* never closed", "Comment")]
    [InlineData("[never closed", "QuotedName")]
    public void A_token_is_one_token(string sql, string kind)
    {
        var token = Assert.Single(SqlTokenizer.Tokenize(sql));
        Assert.Equal(kind, token.Kind.ToString());
        Assert.Equal(sql, token.Text);
    }

    [Fact]
    public void Tokens_know_where_they_begin()
        => Assert.Equal([0, 1, 2, 5, 6], SqlTokenizer.Tokenize("a+'b'/c").Select(t => t.Position));

    [Fact]
    public void Tokens_make_up_the_whole_text_again()
        => SqlSamples.Text.Sample(sql => string.Concat(SqlTokenizer.Tokenize(sql).Select(t => t.Text)) == sql, iter: 2000);
}
