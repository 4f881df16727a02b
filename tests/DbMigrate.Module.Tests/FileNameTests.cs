using System;
using System.IO;
using System.Text.RegularExpressions;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests;

/// <summary>The settings that say where new scripts go and what they are called, through the cmdlet.</summary>
public sealed class FileNameTests : IClassFixture<SharedSession>, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Session _session;

    public FileNameTests(SharedSession shared)
    {
        _session = shared.Session;
        _session.Runspace.SessionStateProxy.Path.SetLocation(_folder.Path);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("C53, cut at 40", "FileNameTemplate = '{rev}_{slug}'", @"^id1_this_is_a_really_long_name_with_lots_of_\.cs$")]
    [InlineData("C53, cut at 60", "FileNameTemplate = '{rev}_{slug}'; SlugLength = 60", @"^id1_this_is_a_really_long_name_with_lots_of_characters_and_also_\.cs$")]
    [InlineData("C53, dates", "FileNameTemplate = '{rev}_{year}_{month}_{day}_{hour}_{minute}_{second}'", @"^id1_20\d\d_\d\d_\d\d_\d\d_\d\d_\d\d\.cs$")]
    [InlineData("C53, epoch", "FileNameTemplate = '{epoch}'", @"^\d{10,}\.cs$")]
    [InlineData("C53, sub-folders", "FileNameTemplate = '{year}/{month}/{day}_{rev}'", @"^20\d\d/\d\d/\d\d_id1\.cs$")]
    [InlineData("default", "", @"^20\d{6}_\d{4}_id1_this_is_a_really_long_name_with_lots_of_\.cs$")]
    public void C53_names_come_from_the_template(string number, string settings, string pattern)
    {
        Settings(settings);

        var path = New().Single<string>("Path");

        Assert.True(File.Exists(path));
        var name = Path.GetRelativePath(_folder["migrations/versions"], path).Replace('\\', '/');
        Assert.True(Regex.IsMatch(name, pattern), $"{number}: {name}");
    }

    [Fact]
    public void C53_a_script_in_a_sub_folder_is_found_again()
    {
        Settings("FileNameTemplate = '{year}/{rev}'");

        New().MustSucceed();

        Assert.Equal("id1", _session.Run("Get-DbMigrationHead").Single<string>("Revision"));
    }

    [Theory]
    [InlineData("EST5EDT")]
    [InlineData("est5edt")]
    [InlineData("Europe/Berlin")]
    [InlineData("EUROPE/BERLIN")]
    [InlineData("W. Europe Standard Time")]
    public void C54_dates_are_those_of_the_zone_by_its_name_of_IANA_or_Windows_in_any_case(string zone)
    {
        Settings($"TimeZone = '{zone}'; FileNameTemplate = '{{year}}{{month}}{{day}}{{hour}}_{{epoch}}_{{rev}}'");
        var id = zone.StartsWith("e", StringComparison.OrdinalIgnoreCase) && zone.Length == 7 ? "EST5EDT" : "Europe/Berlin";

        var parts = Path.GetFileNameWithoutExtension(New().Single<string>("Path")).Split('_');

        var time = TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[1])), TimeZoneInfo.FindSystemTimeZoneById(id));
        Assert.Equal(time.ToString("yyyyMMddHH"), parts[0]);
    }

    [Theory]
    [InlineData("TimeZone", "'fake'", "Can't locate timezone: fake")]
    [InlineData("FileNameTemplate", "'{rev}_{what}'", "has the unknown token {what}")]
    [InlineData("FileNameTemplate", "'../{rev}'", "does not give a file name below the versions folder")]
    [InlineData("FileNameTemplate", "5", "needs text for FileNameTemplate")]
    [InlineData("SlugLength", "-1", "needs a positive whole number for SlugLength")]
    [InlineData("HistoryTable", "@('a')", "needs text for HistoryTable")]
    [InlineData("PostWrite", "'dotnet'", "needs a list of hashtables for PostWrite")]
    [InlineData("PostWrite", "@{ Arguments = 'x' }", "has no Command in PostWrite")]
    [InlineData("PostWrite", "@(@{ Command = 'dotnet'; Shell = $true })", "has the unknown key 'Shell' in PostWrite")]
    [InlineData("PostWrite", "@{ Command = 'dotnet'; Arguments = 5 }", "needs text or a list of texts for Arguments in PostWrite")]
    [InlineData("PostWrite", "@{ Command = 'dotnet'; WorkingDirectory = @() }", "needs text for WorkingDirectory in PostWrite")]
    public void A_bad_value_is_named_with_file_line_and_key_before_anything_is_written(string key, string value, string message)
    {
        Settings($"\n\n    {key} = {value}\n");

        var error = New().MustFail("SettingsInvalid").ToString();

        Assert.Contains(message, error);
        Assert.Contains(key, error);
        Assert.Matches(@"(dbmigrate\.psd1, line 3\b|line 3 of .*dbmigrate\.psd1)", error);
        Assert.False(Directory.Exists(_folder["migrations/versions"]));
    }

    [Fact]
    public void A_zone_that_a_machine_does_not_know_matters_only_where_a_name_is_made()
    {
        Settings("TimeZone = 'fake'");

        _session.Run("Get-DbMigrationHistory").MustSucceed();
        _session.Run($"Update-Database -Provider Sqlite {new Database(_folder["test.db"]).Argument}").MustSucceed();
    }

    [Fact]
    public void The_history_table_is_the_one_of_the_settings()
    {
        var database = new Database(_folder["test.db"]);
        Settings("HistoryTable = 'Applied revisions'");
        New().MustSucceed();

        _session.Run($"Update-Database -Provider Sqlite {database.Argument}").MustSucceed();

        Assert.Equal(["id1"], database.Query("SELECT Revision FROM \"Applied revisions\""));
        Assert.True(_session.Run($"Get-DbMigrationStatus -Provider Sqlite {database.Argument}").Single<bool>("IsUpToDate"));
        Assert.True(_session.Run($"Test-DbMigration -Drift -Provider Sqlite {database.Argument}").Single().BaseObject is true);
    }

    [Fact]
    public void A_schema_for_the_history_table_is_refused_where_the_database_has_none()
    {
        Settings("HistorySchema = 'migrations'");
        New().MustSucceed();

        Assert.Contains("'migrations'", _session.Run($"Update-Database -Provider Sqlite {new Database(_folder["test.db"]).Argument}").MustFail("NotSupportedByProvider").ToString());
    }

    private void Settings(string entries) => _folder.Write("migrations/dbmigrate.psd1", $"@{{ {entries} }}");

    private Outcome New()
        => _session.Run($"New-DbMigration \"this is a really long name with lots of characters and also I'd like it to`nhave`nnewlines\" -RevisionId id1 -Empty {WarehouseTarget.Argument}");
}
