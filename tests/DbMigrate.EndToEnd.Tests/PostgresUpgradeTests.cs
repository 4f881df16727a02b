using DbMigrate.Tests.Shared;
using Xunit;

namespace DbMigrate.EndToEnd.Tests;

/// <summary>The same on PostgreSQL. Npgsql's providers number the same columns in all versions: only names differ.</summary>
public sealed class PostgresUpgradeTests(PostgresServer server)
{
    [Theory]
    [InlineData("8.0.34", "net8.0", "9.0.23", "net8.0", false, "9.0.4")]
    [InlineData("8.0.34", "net8.0", "10.0.15", "net10.0", true, "10.0.3")]
    public void What_an_upgrade_changes_is_marked_and_nothing_else(string efCore, string framework, string laterEfCore, string laterFramework, bool hasNames, string provider)
        => UpgradedModel.Upgrade(efCore, framework, laterEfCore, laterFramework, hasNames, [], "Npgsql.EntityFrameworkCore.PostgreSQL " + provider, $"""
            $env:DBMIGRATE_ENVIRONMENT = 'Postgres'
            $env:DBMIGRATE_CONNECTIONSTRING = '{server.ConnectionString(server.CreateDatabase())}'
            """);
}
