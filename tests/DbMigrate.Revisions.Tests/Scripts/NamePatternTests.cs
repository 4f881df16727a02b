using DbMigrate.Revisions.Settings;
using Xunit;

namespace DbMigrate.Revisions.Tests.Scripts;

/// <summary>Names with wildcards.</summary>
public sealed class NamePatternTests
{
    [Theory]
    [InlineData("users", "|users", true)]
    [InlineData("USERS", "dbo|users", true)]
    [InlineData("user", "|users", false)]
    [InlineData("user*", "|users", true)]
    [InlineData("*", "|users", true)]
    [InlineData("user?", "|users", true)]
    [InlineData("user?", "|user", false)]
    [InlineData("dbo.users", "dbo|users", true)]
    [InlineData("dbo.users", "|users", false)]
    [InlineData("*.users", "|users", true)]
    [InlineData("d?o.*", "dbo|users", true)]
    [InlineData("users.legacy_*", "|users|legacy_code", true)]
    [InlineData("users.legacy_*", "|orders|legacy_code", false)]
    [InlineData("legacy_*", "|orders|legacy_code", true)]
    [InlineData("dbo.users.id", "dbo|users|id", true)]
    [InlineData("a.b.c", "a|b", false)]
    [InlineData("[a.b]", "|a.b", true)]
    [InlineData("[a*]", "|ab", false)]
    [InlineData("[a*].?", "|a*|x", true)]
    [InlineData("a+(b)", "|a+(b)", true)]
    [InlineData("a$", "|a$", true)]
    public void A_pattern_fits_the_last_parts_of_a_name(string pattern, string name, bool fits)
        => Assert.Equal(fits, NamePattern.Parse(pattern)!.Matches(name.Split('|')));

    [Theory]
    [InlineData("")]
    [InlineData(".a")]
    [InlineData("a.")]
    [InlineData("a..b")]
    [InlineData("[a")]
    [InlineData("[]")]
    [InlineData("[a]b")]
    public void What_is_no_pattern_is_refused(string text) => Assert.Null(NamePattern.Parse(text));
}
