using CsCheck;
using DbMigrate.Engine.Schema;
using Xunit;

namespace DbMigrate.Engine.Tests.Sql;

public sealed class SqlTextTests
{
    [Theory]
    [InlineData("  a  >\r\n\t0 ", "a > 0")]
    [InlineData("((a + b))", "a + b")]
    [InlineData("( ( a ) )", "a")]
    [InlineData("(a) + (b)", "(a) + (b)")]
    [InlineData("(')')", "')'")]
    [InlineData("'two  blanks' || \"my  column\"", "'two  blanks' || \"my  column\"")]
    [InlineData("Lower(NAME)", "Lower(NAME)")]
    [InlineData("a > 0 -- positive\n AND b", "a > 0 /* positive */ AND b")]
    [InlineData("a -- the end", "a /* the end */")]
    [InlineData("/* one\r\ntwo */ a", "/* one\ntwo */ a")]
    [InlineData("", "")]
    [InlineData("()", "")]
    public void An_expression_has_one_form(string sql, string expected) => Assert.Equal(expected, SqlText.Normalize(sql));

    [Fact]
    public void Normalizing_twice_changes_nothing()
        => SqlSamples.Text.Sample(
            sql =>
            {
                var once = SqlText.Normalize(sql);
                return SqlText.Normalize(once) == once;
            },
            iter: 2000);

    [Theory]
    [InlineData("price > 0 AND \"Price\" < 9 OR [PRICE] = `price`", "\"cost\" > 0 AND \"cost\" < 9 OR \"cost\" = \"cost\"")]
    [InlineData("price(price) = 'price' || prices", "price(\"cost\") = 'price' || prices")]
    [InlineData("CAST(a AS price) COLLATE price = t.price", "CAST(a AS price) COLLATE price = t.\"cost\"")]
    [InlineData("a > 0 -- price", "a > 0 -- price")]
    [InlineData("CREATE INDEX i ON price (price(price))", "CREATE INDEX i ON \"cost\" (price(\"cost\"))")]
    [InlineData("INSERT INTO price (a) SELECT price(1)", "INSERT INTO \"cost\" (a) SELECT price(1)")]
    public void Renaming_touches_the_names_alone(string sql, string expected)
        => Assert.Equal(expected, SqlText.RenameIdentifier(sql, "price", "cost"));

    [Theory]
    [InlineData("\"a\"\"b\"", "a\"b")]
    [InlineData("[a b]", "a b")]
    [InlineData("`a``b`", "a`b")]
    [InlineData("'it''s'", "it's")]
    [InlineData("plain", "plain")]
    public void Names_lose_their_quotes(string text, string name) => Assert.Equal(name, SqlText.Unquote(text));

    [Fact]
    public void Any_name_survives_quoting()
        => Gen.String.Sample(name => SqlText.Unquote(SqlText.Quote(name)) == name);
}
