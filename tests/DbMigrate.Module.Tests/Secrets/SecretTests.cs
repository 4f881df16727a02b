using System;
using System.IO;
using DbMigrate.Module.Tests.Hosting;
using DbMigrate.Tests.Shared;
using Npgsql;
using Xunit;

namespace DbMigrate.Module.Tests.Secrets;

/// <summary>A password of everything that has to be quoted is searched for in all that a person, a log or another process can see.</summary>
public sealed class SecretTests(PostgresServer server)
{
    private static readonly string Broken = Path.Combine(Repository.Root, "tests", "Fixtures", "Kinds", "BrokenApp", "bin", Repository.Configuration, "net10.0", "BrokenApp.dll");

    [Theory]
    [InlineData("Data Source=shop.db;Password={0}")]
    [InlineData("Data Source=shop.db;Nonsense={0}")]
    [InlineData("Data Source=shop.db;Mode=Never;Password={0}")]
    [InlineData("Data Source=no/such/shop.db;Password={0}")]
    [InlineData("Data Source=shop.db;Password=geh31m")]
    [InlineData("Data Source=shop.db;Password=geh31m'; \"")]
    [InlineData("Password=; \"geh31m")]
    public void A_database_that_cannot_be_opened(string connectionString)
    {
        using var folder = new SecretFolder();
        folder.Folder.Write("migrations/dbmigrate.psd1", "@{ }");
        folder.Folder.WriteRevision("first1", "", "a table", "migrationBuilder.Sql(\"CREATE TABLE Notes (Id INTEGER PRIMARY KEY)\");");
        var secret = string.Format(null, connectionString, SecretFolder.Quoted);

        Assert.NotNull(folder.Run("Update-Database -Provider Sqlite -ConnectionString $secret", secret).Error);
        foreach (var command in new[] { "Update-Database -WhatIf", "Update-Database -AsSql", "Get-DbMigrationStatus", "Test-DbMigration -Applied -Drift", "Undo-DbMigration base -Force -Confirm:$false", "Set-DbMigrationStamp head -Confirm:$false" })
            folder.Run($"{command} -Provider Sqlite -ConnectionString $secret", secret);
        folder.Set("DBMIGRATE_CONNECTIONSTRING", secret);
        Assert.NotNull(folder.Run("Update-Database -Provider Sqlite").Error);

        folder.MustNotContainSecrets("Worker ");
    }

    [Fact]
    public void An_app_that_tells_all_it_knows()
    {
        using var folder = new SecretFolder();
        folder.Folder.Write("app.secret", $"Data Source=shop.db;Password={SecretFolder.Quoted}");
        folder.Folder.Write("migrations/dbmigrate.psd1", $"@{{ Assembly = '{Broken}'; Context = 'ShopContext'; AppArguments = 'tell', '{folder.Folder["app.secret"]}' }}");

        folder.Run("Get-DbMigrationContext -Context ShopContext").MustSucceed();
        folder.Run("New-DbMigration 'open the shop'").MustSucceed();
        Assert.NotNull(folder.Run("Update-Database").Error);
        folder.Run("Update-Database -WhatIf");
        folder.Run("Get-DbMigrationStatus");
        folder.Run("Update-Database -ConnectionString 'Data Source=other.db'").MustSucceed();
        folder.Run("Undo-DbMigration base -Force -Confirm:$false -ConnectionString 'Data Source=other.db'").MustSucceed();

        folder.MustNotContainSecrets("The app connects to", "The app's password is", "The app logs");
    }

    [Theory]
    [InlineData("crash", "Data Source=shop.db;Password={0}", "cannot connect")]
    [InlineData("abort", "Data Source=shop.db;Password={0}", "Environment.FailFast")]
    [InlineData("abort", "{0}", "Environment.FailFast")]
    public void The_last_words_of_a_worker(string end, string ofApp, string words)
    {
        using var folder = new SecretFolder();
        var secret = $"Data Source=shop.db;Password={SecretFolder.Quoted}";
        folder.Folder.Write("app.secret", string.Format(null, ofApp, SecretFolder.Quoted));
        folder.Folder.Write("migrations/dbmigrate.psd1", $"@{{ Assembly = '{Broken}'; Context = 'ShopContext'; AppArguments = '{end}', '{folder.Folder["app.secret"]}' }}");
        folder.Folder.WriteRevision("first1", "");

        Assert.StartsWith("DbMigrate.WorkerFailed,", folder.Run("Update-Database -ConnectionString $secret", secret).Error!.FullyQualifiedErrorId);
        Assert.StartsWith("DbMigrate.WorkerFailed,", folder.Run("Update-Database").Error!.FullyQualifiedErrorId);

        folder.MustNotContainSecrets(words);
    }

    [Fact]
    public void A_database_that_works()
    {
        var admin = server.ConnectionString();
        ServerDatabase.Query(admin, $"CREATE ROLE shopkeeper LOGIN SUPERUSER PASSWORD '{SecretFolder.Password.Replace("'", "''", StringComparison.Ordinal)}'");
        var secret = new NpgsqlConnectionStringBuilder(server.ConnectionString(server.CreateDatabase())) { Username = "shopkeeper", Password = SecretFolder.Password }.ConnectionString;
        using var folder = new SecretFolder("PostgresShop");
        const string Connection = "-ConnectionString $secret";

        folder.Run("Initialize-DbMigration -Project src/Shop").MustSucceed();
        folder.Run("New-DbMigration 'open the shop' -RevisionId open1").MustSucceed();
        foreach (var command in new[] { "Update-Database -WhatIf", "Update-Database -AsSql", "Update-Database", "Get-DbMigrationStatus", "Test-DbMigration -Applied -Drift", "Undo-DbMigration base -Force -Confirm:$false", "Update-Database" })
            folder.Run($"{command} {Connection}", secret).MustSucceed();
        var script = Assert.Single(Directory.GetFiles(Path.Combine(folder.Project, "migrations", "versions")));
        File.WriteAllText(
            Path.Combine(Path.GetDirectoryName(script)!, "fails1.cs"),
            string.Join("\n", ["// Revision:    fails1", "// Parents:     open1", "// Created:     2026-11-22T14:03:00+00:00", "// Message:     fails",
                "namespace DbMigrate.Revisions.R_fails1; public class Revision : Microsoft.EntityFrameworkCore.Migrations.Migration {",
                "protected override void Up(Microsoft.EntityFrameworkCore.Migrations.MigrationBuilder migrationBuilder) => migrationBuilder.Sql(\"SELECT 1/0\"); }"]));
        folder.Run($"Update-Database {Connection}", secret).MustFail("RevisionFailed");
        foreach (var wrong in new[] { "Port=1", "Database=nowhere", "Username=nobody", "SSL Mode=Require", "Nonsense=1" })
            Assert.NotNull(folder.Run($"Update-Database {Connection}", $"{secret};{wrong}").Error);

        foreach (var table in new[] { "__DbMigrationHistory", "__DbMigrationLog" })
            folder.Say(ServerDatabase.Query(secret, $"SELECT t::text FROM \"{table}\" t"));
        folder.MustNotContainSecrets("CREATE TABLE \"Products\"", "shopkeeper", "division by zero");
    }
}
