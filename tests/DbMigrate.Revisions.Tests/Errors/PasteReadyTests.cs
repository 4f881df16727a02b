using DbMigrate.Revisions.Errors;
using Xunit;

namespace DbMigrate.Revisions.Tests.Errors;

public sealed class PasteReadyTests
{
    [Theory]
    [InlineData("Customers.Name", "'Customers.Name'")]
    [InlineData("it's", "'it''s'")]
    [InlineData("‘a’ ‚b‛", "'‘‘a’’ ‚‚b‛‛'")]
    [InlineData("$a `n \"", "'$a `n \"'")]
    [InlineData("", "''")]
    [InlineData(null, "$null")]
    public void Text_is_a_literal_as_PowerShell_reads_it(string? text, string literal) => Assert.Equal(literal, PasteReady.Text(text));

    [Fact]
    public void A_table_is_a_hashtable() => Assert.Equal("@{ 'a' = 'b'; 'c' = $null }", PasteReady.Table([("a", "b"), ("c", null)]));
}
