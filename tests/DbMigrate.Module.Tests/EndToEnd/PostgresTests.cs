using System;
using System.IO;
using DbMigrate.Module.Tests.Hosting;
using DbMigrate.Tests.Shared;
using Npgsql;
using Xunit;

namespace DbMigrate.Module.Tests.EndToEnd;

/// <summary>The main job on PostgreSQL, with a project and without a target.</summary>
public sealed class PostgresTests(PostgresServer server) : IDisposable
{
    private readonly ShopProject _shop = new("PostgresShop", "src/Shop");

    private Session Session => _shop.Session;

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void A_model_is_migrated_changed_undone_and_operated_without_its_project()
    {
        var connection = server.ConnectionString(server.CreateDatabase());
        var database = $"-ConnectionString '{connection}'";
        Session.Run("Initialize-DbMigration -Project src/Shop").MustSucceed();
        Session.Run("New-DbMigration 'open the shop' -RevisionId open1").MustSucceed();

        Assert.Contains("CREATE TABLE \"Products\"", Session.Show($"Update-Database {database} -WhatIf"));
        Assert.Equal(["open1"], Session.Run($"Update-Database {database}").All<string>("Revision"));
        Assert.Equal("True", Session.Run($"Test-DbMigration -Applied -Drift {database}").Single().ToString());
        ServerDatabase.Query(connection, "INSERT INTO \"Products\" (\"Name\", \"Size\", \"Tags\") VALUES ('Tea', 'small', '{a,b}'), ('Jam', 'large', '{}')");

        ChangeModel("    Large,", "    Medium,\n    Large,");
        ChangeModel("    public decimal Price", "    public required string Country { get; set; }\n\n    public decimal Price");
        Session.Run("New-DbMigration 'countries' -RevisionId sizes1 -Fill @{ 'public.Products.Country' = @{ Sql = 'upper(left(\"Name\", 2))' } }").MustSucceed();
        Session.Run($"Update-Database {database}").MustSucceed();
        Assert.Equal(["Tea|TE", "Jam|JA"], ServerDatabase.Query(connection, "SELECT \"Name\", \"Country\" FROM \"Products\" ORDER BY \"Id\""));
        Assert.Equal(["large,medium,small"], ServerDatabase.Query(connection, "SELECT string_agg(enumlabel, ',' ORDER BY enumsortorder) FROM pg_enum"));
        Assert.Equal("True", Session.Run($"Test-DbMigration -Applied -Drift {database}").Single().ToString());

        // An operator has the migrations folder and the provider's files.
        var provider = Path.Combine(_shop.Folder["src/Shop/bin/Debug/net10.0"], "Npgsql.EntityFrameworkCore.PostgreSQL.dll");
        var operatorArguments = $"-Provider '{provider}' {database}";
        Assert.Equal(["sizes1"], Session.Run($"Get-DbMigrationStatus {operatorArguments}").Single<string[]>("Current"));
        var place = new NpgsqlConnectionStringBuilder(connection);
        Assert.EndsWith($":{place.Port}/{place.Database}", Session.Run($"Get-DbMigrationStatus {operatorArguments}").Single<string>("DataSource"), StringComparison.Ordinal);
        Assert.Contains($" database {place.Database} at ", Session.Show($"Undo-DbMigration -WhatIf {operatorArguments}"), StringComparison.Ordinal);
        Assert.Equal("True", Session.Run($"Test-DbMigration -Applied -Drift {operatorArguments}").Single().ToString());
        Assert.Equal(["Down", "Down"], Session.Run($"Undo-DbMigration base -Confirm:$false {operatorArguments}").All<string>("Direction"));
        Assert.Equal(["0"], ServerDatabase.Query(connection, "SELECT count(*) FROM pg_class WHERE relname = 'Products'"));
        Assert.Equal(["open1", "sizes1"], Session.Run($"Update-Database {operatorArguments}").All<string>("Revision"));
        Assert.Equal("True", Session.Run($"Test-DbMigration -Applied -Drift {operatorArguments}").Single().ToString());
    }

    [Fact]
    public void A_database_is_adopted_and_mended()
    {
        var (old, fresh) = (server.ConnectionString(server.CreateDatabase()), server.ConnectionString(server.CreateDatabase()));
        Session.Run("Initialize-DbMigration -Project src/Shop").MustSucceed();
        var first = Session.Run("New-DbMigration 'open the shop'").Single<string>("Path");
        Session.Run($"Update-Database -ConnectionString '{old}'").MustSucceed();
        ServerDatabase.Query(old, "DROP TABLE \"__DbMigrationHistory\"");
        ServerDatabase.Query(old, "CREATE VIEW cheap AS SELECT \"Name\" FROM \"Products\" WHERE \"Price\" < 1");
        File.Delete(first);

        Session.Run($"New-DbMigration 'as it is' -Baseline -RevisionId first1 -ConnectionString '{old}'").MustSucceed();
        Session.Run($"Set-DbMigrationStamp -ConnectionString '{old}'").MustSucceed();
        Session.Run($"Update-Database -ConnectionString '{fresh}'").MustSucceed();
        foreach (var database in new[] { old, fresh })
            Session.Run($"Assert-DbMigration -Applied -Drift -ConnectionString '{database}'").MustSucceed();

        ServerDatabase.Query(old, "ALTER TABLE \"Products\" ADD COLUMN phone text DEFAULT 'none'");
        ServerDatabase.Query(old, "CREATE TABLE theirs (id int)");
        Assert.Equal(["column Products.phone", "table theirs"], Session.Run($"Compare-DbSchema current Database -ConnectionString '{old}'").All<string>("Object"));
        Session.Run($"New-DbMigration 'as it should be' -FromDatabase -RevisionId mended1 -ConnectionString '{old}'").MustSucceed();
        foreach (var database in new[] { old, fresh })
            Assert.Equal(["mended1"], Session.Run($"Update-Database -ConnectionString '{database}'").All<string>("Revision"));
        Session.Run($"Assert-DbMigration -Applied -Drift -ConnectionString '{fresh}'").MustSucceed();
        Assert.Equal(["table theirs"], Session.Run($"Compare-DbSchema -ConnectionString '{old}'").All<string>("Object"));
    }

    [Fact]
    public void A_sequence_is_renamed_by_decision_and_goes_on_numbering()
    {
        var connection = server.ConnectionString(server.CreateDatabase());
        var database = $"-ConnectionString '{connection}'";
        ChangeModel("        e.HasIndex", "        model.HasSequence(\"Numbers\");\n        e.Property<long>(\"Number\").HasDefaultValueSql(\"nextval('\\\"Numbers\\\"')\");\n        e.HasIndex");
        Session.Run("Initialize-DbMigration -Project src/Shop").MustSucceed();
        Session.Run("New-DbMigration 'open the shop' -RevisionId open1").MustSucceed();
        Session.Run($"Update-Database {database}").MustSucceed();
        ServerDatabase.Query(connection, "INSERT INTO \"Products\" (\"Name\", \"Size\", \"Tags\") VALUES ('Tea', 'small', '{}'), ('Jam', 'large', '{}')");

        ChangeModel("HasSequence(\"Numbers\")", "HasSequence(\"Counter\", \"tools\")");
        ChangeModel("nextval('\\\"Numbers\\\"')", "nextval('tools.\\\"Counter\\\"')");
        var undecided = Session.Run("New-DbMigration 'a better name'").MustFail("RenameUndecided");
        Assert.Contains("-Rename @{ 'Numbers' = 'tools.Counter' }", undecided.ToString() + undecided.ErrorDetails.RecommendedAction);
        Session.Run("New-DbMigration 'a better name' -RevisionId named1 -Rename @{ 'Numbers' = 'tools.Counter' }").MustSucceed();
        Assert.Contains("ALTER SEQUENCE \"Numbers\" ", Session.Show($"Update-Database {database} -WhatIf"));
        Session.Run($"Update-Database {database}").MustSucceed();

        const string Next = "INSERT INTO \"Products\" (\"Name\", \"Size\", \"Tags\") VALUES ('More ' || random(), 'large', '{}') RETURNING \"Number\"";
        Assert.Equal(["3"], ServerDatabase.Query(connection, Next));
        Assert.Equal("True", Session.Run($"Test-DbMigration -Applied -Drift {database}").Single().ToString());
        Session.Run($"Undo-DbMigration -Confirm:$false {database}").MustSucceed();
        Assert.Equal(["4"], ServerDatabase.Query(connection, Next));
        Assert.Equal(["Numbers"], ServerDatabase.Query(connection, "SELECT sequencename FROM pg_sequences WHERE sequencename IN ('Numbers', 'Counter')"));
    }

    private void ChangeModel(string before, string after)
    {
        var path = _shop.Folder["src/Shop/ShopContext.cs"];
        var text = File.ReadAllText(path);
        Assert.Contains(before, text);
        File.WriteAllText(path, text.Replace(before, after));
    }
}
