using System;
using System.Linq;
using DbMigrate.Revisions.Scripts;
using DbMigrate.Revisions.Tests.Graph;
using Xunit;

namespace DbMigrate.Revisions.Tests.Scripts;

/// <summary>Ids and labels.</summary>
public sealed class RevisionIdTests
{
    [Fact]
    public void New_ids_are_twelve_hex_digits_that_begin_with_a_letter()
    {
        string[] ids = [.. Enumerable.Range(0, 500).Select(_ => RevisionId.New())];
        Assert.All(ids, id => Assert.Matches("^[a-f][0-9a-f]{11}$", id));
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Theory]
    [InlineData("a")]
    [InlineData("2026_11_add_email")]
    [InlineData("headless")]
    public void Ids_by_hand_are_letters_digits_and_underscores(string id)
    {
        RevisionId.Validate(id);
        RevisionId.ValidateLabel(id);
    }

    [Theory]
    [InlineData("", "cannot be empty")]
    [InlineData("a-b", "Character(s) '-' not allowed in revision identifier 'a-b'")]
    [InlineData("a@b:c+d", "Character(s) '@', ':', '+' not allowed")]
    [InlineData("größe", "Character(s) 'ö', 'ß' not allowed")]
    [InlineData("Head", "'Head' cannot be a revision identifier: it is a symbol")]
    [InlineData("heads", "symbol")]
    [InlineData("base", "symbol")]
    [InlineData("current", "symbol")]
    public void C44_others_are_refused_with_the_characters(string id, string message)
    {
        ErrorAssert.Throws("C44", "RevisionIdInvalid", message, () => RevisionId.Validate(id));
        ErrorAssert.Throws("C44", "LabelInvalid", message.Replace("revision identifier", "branch label", StringComparison.Ordinal), () => RevisionId.ValidateLabel(id));
    }

    [Fact]
    public void An_id_has_at_most_64_characters()
    {
        RevisionId.Validate(new string('a', 64));
        ErrorAssert.Throws("", "RevisionIdInvalid", "has 65 characters; at most 64 are allowed", () => RevisionId.Validate(new string('a', 65)));
    }
}
