using System;
using System.Collections.Generic;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests;

/// <summary>The settings' <c>Databases</c>, and the choice among them, without a target.</summary>
public sealed class DatabaseSettingsTests : IDisposable
{
    private const string Three = """
        @{
            Databases = @{
                Shop    = @{ ConnectionStringVariable = 'MULTI_SHOP'; Default = $true }
                Orders  = @{ ConnectionStringVariable = 'MULTI_ORDERS' }
                'eu-1'  = @{ ConnectionStringVariable = 'MULTI_EU' }
            }
        }
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string?> _before = [];
    private readonly Session _session;

    public DatabaseSettingsTests()
    {
        _session = new Session(_folder.Path);
        _folder.WriteRevision("first1", "");
        Set("DBMIGRATE_PROVIDER", "Sqlite");
        Set("MULTI_SHOP", $"Data Source={_folder["shop.db"]}");
        Set("MULTI_ORDERS", $"Data Source={_folder["orders.db"]}");
        Set("MULTI_EU", $"Data Source={_folder["eu.db"]}");
    }

    public void Dispose()
    {
        foreach (var (name, value) in _before)
            Environment.SetEnvironmentVariable(name, value);
        _session.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("@{ Databases = 'x' }", 1, "needs a hashtable of databases")]
    [InlineData("@{\n Databases = @{\n  '' = 'ShopContext' } }", 3, "Default = $true")]
    [InlineData("@{ Databases = @{ 'a/b' = 'ShopContext' } }", 1, "other characters")]
    [InlineData("@{ Databases = @{ '-' = 'ShopContext' } }", 1, "neither letters nor digits")]
    [InlineData("@{ Databases = @{ operations = 'ShopContext' } }", 1, "UpOperations")]
    [InlineData("@{\n Databases = @{ A = @{\n Contxt = 'x' } } }", 3, "unknown key 'Contxt' for the database 'A'; known are Context, ConnectionStringVariable, Default")]
    [InlineData("@{ Databases = @{ A = @{ ConnectionString = 'Data Source=a.db' } } }", 1, "unknown key 'ConnectionString'")]
    [InlineData("@{ Databases = @{ A = @{ Context = 1 } } }", 1, "needs text for Context")]
    [InlineData("@{ Databases = @{ A = @{ Default = 'yes' } } }", 1, "needs $true or $false")]
    [InlineData("@{ Databases = @{ A = 1 } }", 1, "for the database 'A'")]
    [InlineData("@{ Databases = @{\n A = 'X'\n B = @{ Context = $env:X } } }", 3, "no literal")]
    [InlineData("@{ Databases = @{\n A = @{ Default = $true; Context = 'A' }\n B = @{ Default = $true; Context = 'B' } } }", 3, "both marked as default")]
    [InlineData("@{ Databases = @{\n 'eu-1' = 'A'\n 'Eu1' = 'B'\n eu_1 = 'C' } }", 3, "would both be called UpEu1")]
    [InlineData("@{ Databases = @{\n A = 'Shop'\n B = @{ Context = 'shop' } } }", 3, "same context and the same connection")]
    public void Databases_that_cannot_be_told_apart_are_refused_with_their_line(string settings, int line, string what)
    {
        _folder.Write("migrations/dbmigrate.psd1", settings);

        var error = _session.Run("Get-DbMigrationHistory").MustFail("SettingsInvalid").ToString();

        Assert.Contains($"dbmigrate.psd1, line {line},", error);
        Assert.Contains(what, error);
    }

    [Theory]
    [InlineData("", "Shop Orders eu-1")]
    [InlineData("-Database orders", "Orders")]
    [InlineData("-Database EU-1, Shop", "Shop eu-1")]
    public void The_chosen_databases_come_in_the_order_of_the_settings(string choice, string expected)
    {
        _folder.Write("migrations/dbmigrate.psd1", Three);

        Assert.Equal(expected, string.Join(" ", _session.Run($"Get-DbMigrationStatus {choice}").All<string>("Database")));
    }

    [Fact]
    public void Objects_of_the_pipeline_choose_together()
    {
        _folder.Write("migrations/dbmigrate.psd1", Three);

        Assert.Equal(["Shop", "eu-1"], _session.Run("[pscustomobject]@{ Database = 'eu-1' }, [pscustomobject]@{ Database = 'Shop' } | Get-DbMigrationStatus").All<string>("Database"));
        Assert.Empty(_session.Run("@() | Get-DbMigrationStatus").MustSucceed().Output);
    }

    [Fact]
    public void The_environment_chooses_where_no_parameter_does()
    {
        _folder.Write("migrations/dbmigrate.psd1", Three);
        Set("DBMIGRATE_DATABASE", "Shop, Orders");

        Assert.Equal(["Shop", "Orders"], _session.Run("Get-DbMigrationStatus").All<string>("Database"));
        Assert.Equal(["eu-1"], _session.Run("Get-DbMigrationStatus -Database eu-1").All<string>("Database"));
    }

    [Theory]
    [InlineData("Get-DbMigrationStatus -Database $null", "DatabaseMissing", "")]
    [InlineData("Get-DbMigrationStatus -Database ''", "DatabaseMissing", "")]
    [InlineData("Get-DbMigrationStatus -Database Shop, ' '", "DatabaseMissing", "")]
    [InlineData("[pscustomobject]@{ Database = $null } | Get-DbMigrationStatus", "DatabaseMissing", "")]
    [InlineData("Get-DbMigrationStatus -Database Shop, Nowhere", "DatabaseNotFound", "have no database 'Nowhere'. They have Shop, Orders, eu-1.")]
    [InlineData("Get-DbMigrationStatus -ConnectionString 'Data Source=x.db'", "DatabaseAmbiguous", "-ConnectionString holds for one database, and there are several: Shop, Orders, eu-1.")]
    [InlineData("Get-DbMigrationStatus -Database Shop, Orders -Context X", "DatabaseAmbiguous", "-Context holds for one database, and there are several: Shop, Orders.")]
    public void What_cannot_be_meant_is_refused(string command, string id, string message)
    {
        _folder.Write("migrations/dbmigrate.psd1", Three);

        Assert.Contains(message, _session.Run(command).MustFail(id).ToString());
    }

    [Fact]
    public void A_connection_string_for_one_database_wins_over_its_variable()
    {
        _folder.Write("migrations/dbmigrate.psd1", Three);

        Assert.Equal(_folder["other.db"], _session.Run($"Get-DbMigrationStatus -Database Orders -ConnectionString 'Data Source={_folder["other.db"]}'").Single<string>("DataSource"));
    }

    [Fact]
    public void A_variable_that_is_not_set_is_named()
    {
        _folder.Write("migrations/dbmigrate.psd1", Three);
        Set("MULTI_ORDERS", null);

        var error = _session.Run("Get-DbMigrationStatus").MustFail("ConnectionMissing");

        Assert.Contains("'Orders'", error.ToString());
        Assert.Contains("Set MULTI_ORDERS", error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void A_folder_with_one_database_has_no_names()
    {
        _folder.Write("migrations/dbmigrate.psd1", "@{ Databases = $null }");

        Assert.Contains("has one database, which has no name", _session.Run("Get-DbMigrationStatus -Database Shop").MustFail("DatabaseNotFound").ToString());
        Assert.Equal("", _session.Run($"Get-DbMigrationStatus -ConnectionString 'Data Source={_folder["x.db"]}'").Single<string>("Database"));
    }

    [Theory]
    [InlineData("Update-Database -Database ", "Shop Orders eu-1")]
    [InlineData("New-DbMigration -Database o", "Orders")]
    [InlineData("Get-DbMigrationStatus -Path nowhere -Database ", "")]
    public void Names_are_completed(string line, string expected)
    {
        _folder.Write("migrations/dbmigrate.psd1", Three);

        Assert.Equal(expected, string.Join(" ", Completion.Of(_session, line)));
    }

    private void Set(string name, string? value)
    {
        _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }
}
