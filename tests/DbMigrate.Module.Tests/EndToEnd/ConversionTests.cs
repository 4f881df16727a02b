using System.Collections.Generic;
using DbMigrate.Module.Tests.Hosting;
using DbMigrate.Tests.Shared;
using Xunit;

namespace DbMigrate.Module.Tests.EndToEnd;

/// <summary>A hierarchy gets a table for each type and an owned type becomes JSON, in a filled database, and back.</summary>
public sealed class ConversionTests(PostgresServer server)
{
    private static readonly string[] Animals = ["1|Tom|Animal|NULL", "2|Rex|Dog|wuff"];

    private static readonly string[] Keepers = ["1|Main|Rome", "2|NULL|NULL"];

    private static readonly string[] Visits = ["1|first", "1|second"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Rows_follow_the_model_there_and_back(bool isPostgres)
    {
        using var shop = new ShopProject(isPostgres ? "PostgresShop" : "Shop", "src/Shop");
        var (session, file) = (shop.Session, shop.NewDatabase());
        var connection = isPostgres ? server.ConnectionString(server.CreateDatabase()) : file.ConnectionString;
        var database = $"-ConnectionString '{connection}'";
        IReadOnlyList<string> Query(string sql) => isPostgres ? ServerDatabase.Query(connection, sql) : file.Query(sql);
        var use = isPostgres ? "UseNpgsql(\"Host=nowhere\")" : "UseSqlite(\"Data Source=shop.db\")";

        shop.Folder.Write("src/Shop/ShopContext.cs", Model(use, "Tph", "", "", "v => { v.ToTable(\"Visits\").Property<int>(\"Id\"); v.HasKey(\"Id\"); }"));
        session.Run("Initialize-DbMigration -Project src/Shop").MustSucceed();
        session.Run("New-DbMigration 'one table' -RevisionId one1").MustSucceed();
        session.Run($"Update-Database {database}").MustSucceed();
        Query("INSERT INTO \"Animals\" (\"Id\", \"Name\", \"Discriminator\", \"Bark\") VALUES (1, 'Tom', 'Animal', NULL), (2, 'Rex', 'Dog', 'wuff')");
        Query("INSERT INTO \"Keepers\" (\"Id\", \"Home_Street\", \"Home_City\") VALUES (1, 'Main', 'Rome'), (2, NULL, NULL)");
        Query("INSERT INTO \"Visits\" (\"Id\", \"KeeperId\", \"Note\") VALUES (7, 1, 'second'), (3, 1, 'first')");

        shop.Folder.Write("src/Shop/ShopContext.cs", Model(use, "Tpt", ".ToTable(\"Dogs\")", ", h => h.ToJson()", "v => v.ToJson()"));
        session.Run("New-DbMigration 'a table for each' -RevisionId many1").MustSucceed();
        session.Run($"Update-Database {database}").MustSucceed();
        Assert.Equal(["1|Tom", "2|Rex"], Query("SELECT \"Id\", \"Name\" FROM \"Animals\" ORDER BY \"Id\""));
        Assert.Equal(["2|wuff"], Query("SELECT \"Id\", \"Bark\" FROM \"Dogs\""));
        Assert.Equal(Keepers, Query("SELECT \"Id\", \"Home\" ->> 'Street', \"Home\" ->> 'City' FROM \"Keepers\" ORDER BY \"Id\""));
        Assert.Equal(["1|first|second", "2|NULL|NULL"], Query("SELECT \"Id\", \"Visits\" -> 0 ->> 'Note', \"Visits\" -> 1 ->> 'Note' FROM \"Keepers\" ORDER BY \"Id\""));
        session.Run($"Assert-DbMigration -Applied -Drift {database}").MustSucceed();

        Assert.Equal(["many1"], session.Run($"Undo-DbMigration {database} -Confirm:$false").All<string>("Revision"));
        Assert.Equal(Animals, Query("SELECT \"Id\", \"Name\", \"Discriminator\", \"Bark\" FROM \"Animals\" ORDER BY \"Id\""));
        Assert.Equal(Keepers, Query("SELECT \"Id\", \"Home_Street\", \"Home_City\" FROM \"Keepers\" ORDER BY \"Id\""));
        Assert.Equal(Visits, Query("SELECT \"KeeperId\", \"Note\" FROM \"Visits\" ORDER BY \"Id\""));
        session.Run($"Assert-DbMigration -Drift {database}").MustSucceed();

        Assert.Equal(["many1"], session.Run($"Update-Database {database}").All<string>("Revision"));
        Assert.Equal(["2|wuff"], Query("SELECT \"Id\", \"Bark\" FROM \"Dogs\""));
    }

    private static string Model(string use, string strategy, string table, string owned, string list) => $$"""
        using System.Collections.Generic;
        using Microsoft.EntityFrameworkCore;

        namespace Shop;

        public class Animal
        {
            public int Id { get; set; }

            public string Name { get; set; } = "";
        }

        public sealed class Dog : Animal
        {
            public string? Bark { get; set; }
        }

        public sealed class Keeper
        {
            public int Id { get; set; }

            public Place? Home { get; set; }

            public List<Visit> Visits { get; set; } = new();
        }

        public sealed class Visit
        {
            public string? Note { get; set; }
        }

        public sealed class Place
        {
            public string? Street { get; set; }

            public string? City { get; set; }
        }

        public sealed class ShopContext : DbContext
        {
            protected override void OnConfiguring(DbContextOptionsBuilder options) => options.{{use}};

            protected override void OnModelCreating(ModelBuilder model)
            {
                model.Entity<Animal>().Use{{strategy}}MappingStrategy().ToTable("Animals");
                model.Entity<Dog>(){{table}};
                model.Entity<Keeper>().ToTable("Keepers").OwnsOne(k => k.Home{{owned}});
                model.Entity<Keeper>().OwnsMany(k => k.Visits, {{list}});
            }

            public static void Main()
            {
                // A project that only holds a model.
            }
        }
        """;
}
