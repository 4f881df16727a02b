using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;
using Xunit;

namespace DbMigrate.Engine.Tests.Sql;

/// <summary>A sequence's new name in expressions, as PostgreSQL takes it there.</summary>
public sealed class SequenceReferencesTests
{
    [Theory]
    [InlineData("nextval('\"S\"')", "nextval('\"R\"')")]
    [InlineData("nextval('\"S\"'::regclass)", "nextval('\"R\"'::regclass)")]
    [InlineData("pg_catalog.nextval ( 'public.\"S\"' )", "pg_catalog.nextval ( '\"R\"' )")]
    [InlineData("1 + currval('\"S\"') + setval('\"S\"', 3)", "1 + currval('\"R\"') + setval('\"R\"', 3)")]
    [InlineData("regclass '\"S\"'", "regclass '\"R\"'")]
    [InlineData("CAST('\"S\"' AS regclass)", "CAST('\"R\"' AS regclass)")]
    [InlineData("nextval(('\"S\"'::text)::regclass)", "nextval(('\"S\"'::text)::regclass)")]
    [InlineData("nextval('S')", "nextval('S')")]
    [InlineData("nextval('shop.\"S\"')", "nextval('shop.\"S\"')")]
    [InlineData("'\"S\"' || lower('\"S\"')", "'\"S\"' || lower('\"S\"')")]
    public void It_is_taken_where_a_literal_says_the_sequence(string sql, string expected)
        => Assert.Equal(expected, SequenceReferences.Rename(sql, "S", "R", "public"));

    [Theory]
    [InlineData("nextval('numbers')", "nextval('shop.\"Ids\"')")]
    [InlineData("nextval('NUMBERS')", "nextval('shop.\"Ids\"')")]
    [InlineData("nextval('\"numbers\"')", "nextval('\"shop\".\"Ids\"')")]
    public void It_is_written_in_the_style_of_the_old_one(string sql, string expected)
        => Assert.Equal(expected, SequenceReferences.Rename(sql, "numbers", new ObjectName("shop", "Ids"), "public"));

    [Fact]
    public void Quotes_in_names_are_doubled()
        => Assert.Equal("nextval('\"it''s\"\"\"')", SequenceReferences.Rename("nextval('\"S\"')", "S", "it's\"", "public"));
}
