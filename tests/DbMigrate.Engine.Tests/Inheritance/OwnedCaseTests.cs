using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Revisions.Errors;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>An owned type leaves its owner's table for one of its own, and comes back.</summary>
public sealed class OwnedCaseTests(PostgresServer server)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Values_go_to_a_table_of_their_own_and_back(bool isPostgres)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        var first = Conversion.First(database, m => Inside(m));
        Fill(database, m => Inside(m));
        var conversion = new Conversion(database, first.Recorded, m => Outside(m));
        Assert.Empty(conversion.Losses);
        conversion.Up();
        Assert.Equal(Rows, Read(database, m => Outside(m)));
        Assert.Equal(["1", "2", "10"], database.Query("SELECT \"PersonId\" FROM \"Addresses\" ORDER BY 1"));
        conversion.Down();
        Assert.Equal(Rows, Read(database, m => Inside(m)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Values_come_into_the_table_of_their_owner_and_go_back(bool isPostgres)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        var first = Conversion.First(database, m => Outside(m));
        Fill(database, m => Outside(m));
        var conversion = new Conversion(database, first.Recorded, m => Inside(m));
        Assert.Empty(conversion.Losses);
        conversion.Up();
        Assert.Equal(Rows, Read(database, m => Inside(m)));
        conversion.Down();
        Assert.Equal(Rows, Read(database, m => Outside(m)));
    }

    [Fact]
    public void Rows_without_any_value_are_named()
    {
        using var database = FilledDatabase.Create(isPostgres: false, server);
        var first = Conversion.First(database, m => Outside(m, isStreetRequired: false));
        Assert.Equal(["forgets the rows of Addresses that have no value but their key"], new Conversion(database, first.Recorded, m => Inside(m, isStreetRequired: false)).Losses);
    }

    [Fact]
    public void An_owner_without_a_row_needs_a_fill_where_the_owned_type_is_required()
    {
        using var database = FilledDatabase.Create(isPostgres: false, server);
        var first = Conversion.First(database, m => Outside(m));
        Fill(database, m => Outside(m));
        static void Required(ModelBuilder model)
        {
            Inside(model);
            model.Entity<Person>().Navigation(p => p.Address).IsRequired();
        }

        Assert.Equal(ErrorCatalogue.FillRequired, Assert.Throws<DbMigrateException>(() => new Conversion(database, first.Recorded, Required)).Kind);
        new Conversion(database, first.Recorded, Required, new() { Fills = [new("People.Address_Street", "unknown", null)] }).Up();
        Assert.Equal(["1|Main", "2|Side", "3|unknown", "10|Seed"], database.Query("SELECT \"Id\", \"Address_Street\" FROM \"People\" ORDER BY 1"));
    }

    [Fact]
    public void A_column_that_somebody_said_is_dropped_is_dropped()
    {
        using var database = FilledDatabase.Create(isPostgres: false, server);
        var first = Conversion.First(database, m => Inside(m));
        var conversion = new Conversion(database, first.Recorded, m => Outside(m), new() { Renames = [new("People.Address_City", null)] });
        Assert.Equal(["drops column People.Address_City with its values"], conversion.Losses);
        Assert.Contains("SELECT \"Id\", \"Address_Street\"\n", conversion.Script.Replace("                    ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static readonly string[] Rows = ["1 Ann Main Rome", "2 Bob Side ", "3 Cyd  ", "10 Sue Seed Oslo"];

    private static void Inside(ModelBuilder model, bool isStreetRequired = true) => Owned(model, isStreetRequired, isOutside: false);

    private static void Outside(ModelBuilder model, bool isStreetRequired = true) => Owned(model, isStreetRequired, isOutside: true);

    private static void Owned(ModelBuilder model, bool isStreetRequired, bool isOutside)
    {
        model.Entity<Person>().ToTable("People").HasData(new Person { Id = 10, Name = "Sue" });
        model.Entity<Person>().OwnsOne(p => p.Address, a =>
        {
            a.Property(x => x.Street).IsRequired(isStreetRequired);
            a.HasData(new { PersonId = 10, Street = "Seed", City = "Oslo" });
            if (isOutside)
                a.ToTable("Addresses");
        });
    }

    private static void Fill(FilledDatabase database, Action<ModelBuilder> model)
    {
        using var context = database.Context(model);
        context.AddRange(
            new Person { Id = 1, Name = "Ann", Address = new() { Street = "Main", City = "Rome" } },
            new Person { Id = 2, Name = "Bob", Address = new() { Street = "Side" } },
            new Person { Id = 3, Name = "Cyd" });
        context.SaveChanges();
    }

    private static IEnumerable<string> Read(FilledDatabase database, Action<ModelBuilder> model)
    {
        using var context = database.Context(model);
        return [.. context.Set<Person>().OrderBy(p => p.Id).AsEnumerable().Select(p => $"{p.Id} {p.Name} {p.Address?.Street} {p.Address?.City}")];
    }

    private sealed class Person
    {
        public int Id { get; set; }

        public string Name { get; set; } = "";

        public Address? Address { get; set; }
    }

    private sealed class Address
    {
        public string? Street { get; set; }

        public string? City { get; set; }
    }
}
