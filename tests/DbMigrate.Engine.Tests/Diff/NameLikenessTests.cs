using DbMigrate.Engine.Diff;
using Xunit;

namespace DbMigrate.Engine.Tests.Diff;

public sealed class NameLikenessTests
{
    [Theory]
    [InlineData("Phone", "PhoneNumber", true)]
    [InlineData("full_name", "name", true)]
    [InlineData("Name", "FullName", true)]
    [InlineData("HTMLText", "Text", true)]
    [InlineData("FirstName", "LastName", false)]
    [InlineData("FullName", "FirstName", false)]
    [InlineData("Id", "CustomerId", false)]
    [InlineData("Phone", "Telephone", false)]
    [InlineData("Name", "Name", false)]
    public void One_name_extends_the_other_by_whole_words(string left, string right, bool expected)
        => Assert.Equal(expected, NameLikeness.Extends(left, right));
}
