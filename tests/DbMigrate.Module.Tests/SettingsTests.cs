using System;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests;

public sealed class SettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Session _session;

    public SettingsTests() => _session = new Session(_folder.Path);

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("@{ Project = \"$env:HOME\" }", 1, "no literal")]
    [InlineData("@{\n  Project = (Get-Location)\n}", 2, "Get-Location")]
    [InlineData("@{\n\n  Context = & { 'x' }\n}", 3, "no literal")]
    [InlineData("@{ Context = $PSScriptRoot }", 1, "$PSScriptRoot")]
    [InlineData("@{ Context = [string] 'x' }", 1, "no literal")]
    [InlineData("@{ Context = 'x'.ToUpper() }", 1, "no literal")]
    [InlineData("@{ Context = 'a' + 'b' }", 1, "no literal")]
    [InlineData("@{ Context = if ($true) { 'x' } }", 1, "no literal")]
    [InlineData("@{ Context = 'x' > y }", 1, "no literal")]
    [InlineData("@{\n  Contexts = 'x'\n}", 2, "unknown key 'Contexts'")]
    [InlineData("@{\n  Context = 1\n}", 2, "needs text")]
    [InlineData("@{ Locations = @() }", 1, "needs text")]
    [InlineData("@{ RecursiveLocations = 'yes' }", 1, "needs $true or $false")]
    [InlineData("@{ SlugLength = 0 }", 1, "positive")]
    [InlineData("@{ SlugLength = '40' }", 1, "positive")]
    [InlineData("@{ Context = 'x'; Context = 'y' }", 1, "")]
    [InlineData("@{ Context = 'x'", 1, "cannot be parsed")]
    [InlineData("'just text'", 1, "one hashtable")]
    [InlineData("@{ }; @{ }", 1, "one hashtable")]
    [InlineData("", 1, "one hashtable")]
    public void Settings_that_are_no_pure_data_are_refused_with_their_line(string text, int line, string what)
    {
        _folder.Write("migrations/dbmigrate.psd1", text);

        var error = _session.Run("Get-DbMigrationHistory").MustFail("SettingsInvalid").ToString();

        Assert.Contains($"dbmigrate.psd1, line {line},", error);
        Assert.Contains(what, error);
    }

    [Fact]
    public void Locations_are_relative_to_the_settings_file()
    {
        _folder.Write("db/dbmigrate.psd1", "@{ Locations = 'versions', '../migrations/versions' }");
        _folder.WriteRevision("aaaa1", "");

        Assert.Equal(_folder["migrations/versions/aaaa1.cs"], _session.Run("Get-DbMigrationHistory -Path db").Single<string>("Path"));
    }

    [Fact]
    public void Every_kind_of_literal_is_read()
    {
        _folder.Write("migrations/dbmigrate.psd1", "@{ Project = $null; HistorySchema = ('s'); Locations = @('a', \"b\"); SlugLength = 12 }");
        _session.Run("Get-DbMigrationHistory").MustSucceed();
    }
}
