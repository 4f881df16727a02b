using System;
using DbMigrate.Revisions.Scripts;
using DbMigrate.Revisions.Settings;
using DbMigrate.Revisions.Tests.Graph;
using Xunit;

namespace DbMigrate.Revisions.Tests.Scripts;

/// <summary>Names of new files.</summary>
public sealed class ScriptFileNameTests
{
    private const string Long = "this is a really long name with lots of characters and also I'd like it to\nhave\nnewlines";

    [Theory]
    [InlineData("C53", "{rev}_{slug}", Long, 40, "12345_this_is_a_really_long_name_with_lots_of_.cs")]
    [InlineData("C53", "{rev}_{slug}", Long, 60, "12345_this_is_a_really_long_name_with_lots_of_characters_and_also_.cs")]
    [InlineData("C53, always two digits", "{rev}_{slug}_{year}_{month}_{day}_{hour}_{minute}_{second}", "this is a message", 40, "12345_this_is_a_message_2012_07_25_15_08_05.cs")]
    [InlineData("C53, empty message", "{epoch}_{rev}", "", 40, "1343228885_12345.cs")]
    [InlineData("C53", "{year}/{month}/{day}_{rev}_{slug}", "add email", 40, "2012/07/25_12345_add_email.cs")]
    [InlineData("C53", "{year}\\{rev}", "add email", 40, "2012/12345.cs")]
    [InlineData("default", null, "Add email, to customers!", 40, "20120725_1508_12345_add_email_to_customers.cs")]
    [InlineData("no message", null, "", 40, "20120725_1508_12345.cs")]
    [InlineData("no words", null, "!?", 40, "20120725_1508_12345.cs")]
    [InlineData("one long word", "{rev}_{slug}", "abcdefghij", 5, "12345_abcde_.cs")]
    [InlineData("letters of all languages", "{rev}_{slug}", "Größe Ändern", 40, "12345_größe_ändern.cs")]
    [InlineData("extension given", "{rev}.cs", "x", 40, "12345.cs")]
    public void Names_are_made_from_the_template(string number, string? template, string message, int length, string name)
    {
        var settings = new MigrationSettings { SlugLength = length };
        settings = template is null ? settings : settings with { FileNameTemplate = template };
        Assert.Equal((number, name), (number, ScriptFileName.For(settings, Header(message))));
    }

    [Theory]
    [InlineData("EST5EDT", "11")]
    [InlineData("est5edt", "11")]
    [InlineData("Europe/Berlin", "17")]
    [InlineData("europe/berlin", "17")]
    [InlineData("", "15")]
    [InlineData("UTC", "15")]
    public void C54_dates_are_those_of_the_zone(string zone, string hour)
        => Assert.Equal($"{hour}_08.cs", ScriptFileName.For(new MigrationSettings { FileNameTemplate = "{hour}_{minute}", TimeZone = zone }, Header("x")));

    [Fact]
    public void C54_an_unknown_zone_is_refused()
        => ErrorAssert.Throws("C54", "SettingsInvalid", "Can't locate timezone: fake", () => ScriptFileName.For(new MigrationSettings { TimeZone = "fake" }, Header("x")));

    [Theory]
    [InlineData("{rev}_{what}", "has the unknown token {what}")]
    [InlineData("../{rev}", "does not give a file name below the versions folder")]
    [InlineData("/{rev}", "does not give a file name below the versions folder")]
    [InlineData("c:{rev}", "does not give a file name below the versions folder")]
    [InlineData("{rev", "does not give a file name below the versions folder")]
    [InlineData("a//{rev}", "does not give a file name below the versions folder")]
    [InlineData("", "does not give a file name below the versions folder")]
    public void A_template_that_gives_no_file_is_refused(string template, string message)
        => ErrorAssert.Throws("", "SettingsInvalid", message, () => ScriptFileName.For(new MigrationSettings { FileNameTemplate = template }, Header("x")));

    private static RevisionHeader Header(string message)
        => new() { Id = "12345", Message = message, Created = new DateTimeOffset(2012, 7, 25, 15, 8, 5, TimeSpan.Zero) };
}
