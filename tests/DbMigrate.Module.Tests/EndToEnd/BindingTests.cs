using System;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests.EndToEnd;

/// <summary>Three revisions written by hand, without a target.</summary>
public sealed class BindingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Session _session;
    private readonly Database _database;

    public BindingTests()
    {
        _folder.Write("migrations/dbmigrate.psd1", "@{ }");
        _folder.WriteRevision("first1", "", up: Create("A"), down: Drop("A"));
        _folder.WriteRevision("second2", "first1", up: Create("B"), down: Drop("B"));
        _folder.WriteRevision("third3", "second2", up: Create("C"), down: Drop("C"));
        _session = new Session(_folder.Path);
        _database = new Database(_folder["test.db"]);
        Environment.SetEnvironmentVariable("DBMIGRATE_PROVIDER", "Sqlite");
        Environment.SetEnvironmentVariable("DBMIGRATE_CONNECTIONSTRING", _database.ConnectionString);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("DBMIGRATE_PROVIDER", null);
        Environment.SetEnvironmentVariable("DBMIGRATE_CONNECTIONSTRING", null);
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Revisions_from_the_pipeline_are_one_plan_in_their_own_order()
        => Assert.Equal(["first1", "second2", "third3"], _session.Run("Get-DbMigrationHistory | Update-Database").All<string>("Revision"));

    [Fact]
    public void Where_a_database_stands_can_be_piped_on_also_where_it_has_no_name()
        => Assert.Equal(["first1", "second2", "third3"], _session.Run("Get-DbMigrationStatus | Update-Database").All<string>("Revision"));

    [Fact]
    public void An_empty_pipeline_does_nothing()
    {
        Assert.Empty(_session.Run("@() | Update-Database").MustSucceed().Output);
        Assert.False(_database.Exists);
    }

    [Theory]
    [InlineData("[pscustomobject]@{ Revision = 'first1' }, [pscustomobject]@{ Revision = $null } | Update-Database", "DbMigrate.RevisionMissing,")]
    [InlineData("[pscustomobject]@{ Revision = '' } | Update-Database", "DbMigrate.RevisionMissing,")]
    [InlineData("Update-Database $null", "DbMigrate.RevisionMissing,")]
    [InlineData("Update-Database -Revision first1, ''", "DbMigrate.RevisionMissing,")]
    [InlineData("'first1' | Update-Database", "InputObjectNotBound,")]
    [InlineData("Get-DbMigrationHead | Undo-DbMigration", "InputObjectNotBound,")]
    [InlineData("Update-Database nowhere", "DbMigrate.RevisionNotFound,")]
    [InlineData("Update-Database -Timeout -1", "ParameterArgumentValidationError,")]
    public void What_cannot_be_meant_is_refused_and_changes_nothing(string command, string id)
    {
        Assert.StartsWith(id, _session.Run(command).Error!.FullyQualifiedErrorId);
        Assert.False(_database.Exists);
    }

    [Theory]
    [InlineData("Undo-DbMigration", "third3")]
    [InlineData("Undo-DbMigration -1", "third3")]
    [InlineData("Undo-DbMigration -Revision -2", "third3 second2")]
    [InlineData("Undo-DbMigration second2", "third3")]
    [InlineData("Undo-DbMigration base", "third3 second2 first1")]
    [InlineData("Undo-DbMigration head-1", "third3")]
    public void Undo_goes_to(string command, string undone)
    {
        _session.Run("Update-Database").MustSucceed();

        Assert.Equal(undone, string.Join(" ", _session.Run(command + " -Confirm:$false").All<string>("Revision")));
    }

    [Theory]
    [InlineData("Update-Database +2", "first1 second2")]
    [InlineData("Update-DbMigration seco", "first1 second2")]
    [InlineData("Update-Database first1, second2", "first1 second2")]
    [InlineData("Update-Database head", "first1 second2 third3")]
    public void Update_goes_to(string command, string applied)
        => Assert.Equal(applied, string.Join(" ", _session.Run(command).All<string>("Revision")));

    [Fact]
    public void A_parameter_wins_over_the_environment()
    {
        var other = new Database(_folder["other.db"]);

        _session.Run($"Update-Database first1 {other.Argument}").MustSucceed();

        Assert.True(other.Exists);
        Assert.False(_database.Exists);
    }

    [Fact]
    public void A_secure_string_is_a_connection_string_too()
    {
        Environment.SetEnvironmentVariable("DBMIGRATE_CONNECTIONSTRING", null);

        _session.Run($"Update-Database first1 -ConnectionString ([Net.NetworkCredential]::new('', '{_database.ConnectionString}').SecurePassword)").MustSucceed();

        Assert.Equal(["first1"], _database.Applied());
    }

    [Fact]
    public void A_time_from_the_environment_must_be_a_number()
    {
        Environment.SetEnvironmentVariable("DBMIGRATE_LOCKTIMEOUT", "soon");
        try
        {
            _session.Run("Update-Database").MustFail("EnvironmentInvalid");
            _session.Run("Update-Database -LockTimeout 5").MustSucceed();
        }
        finally
        {
            Environment.SetEnvironmentVariable("DBMIGRATE_LOCKTIMEOUT", null);
        }
    }

    private static string Create(string table) => $"migrationBuilder.Sql(\"CREATE TABLE {table} (Id INTEGER PRIMARY KEY)\");";

    private static string Drop(string table) => $"migrationBuilder.Sql(\"DROP TABLE {table}\");";
}
