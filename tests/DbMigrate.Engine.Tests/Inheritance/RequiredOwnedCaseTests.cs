using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>An owned type that each owner has, with values or without any, leaves its owner's table and comes back.</summary>
public sealed class RequiredOwnedCaseTests(PostgresServer server)
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void A_required_object_without_any_value_is_there_wherever_it_is(bool isPostgres, bool isFromTable)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        void From(ModelBuilder model) => Required(model, isFromTable);
        void To(ModelBuilder model) => Required(model, !isFromTable);
        var first = Conversion.First(database, From);
        using (var context = database.Context(From))
        {
            context.AddRange(new Person { Id = 1, Address = new() { City = "Rome" } }, new Person { Id = 2, Address = new() });
            context.SaveChanges();
        }

        var conversion = new Conversion(database, first.Recorded, To);
        Assert.Empty(conversion.Losses);
        conversion.Up();
        Assert.Equal(["1 True Rome", "2 True ", "10 True Oslo", "11 True "], Present(database, To));
        conversion.Down();
        Assert.Equal(["1 True Rome", "2 True ", "10 True Oslo", "11 True "], Present(database, From));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_required_object_within_one_that_may_be_missing_is_only_there_with_it(bool isPostgres)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        var first = Conversion.First(database, m => Nested(m, isOutside: false));
        using (var context = database.Context(m => Nested(m, isOutside: false)))
        {
            context.AddRange(new Guest { Id = 1, Stay = new() { Room = 7 } }, new Guest { Id = 2, Stay = new() { Room = 8, Bill = new() { Sum = 3 } } }, new Guest { Id = 3 });
            context.SaveChanges();
        }

        var conversion = new Conversion(database, first.Recorded, m => Nested(m, isOutside: true));
        conversion.Up();
        Assert.Equal(["1", "2"], database.Query("SELECT \"StayGuestId\" FROM \"Bills\" ORDER BY 1"));
        Assert.Equal(["1 7 ", "2 8 3"], Guests(database, m => Nested(m, isOutside: true)));
        conversion.Down();
        Assert.Equal(["1 7 ", "2 8 3"], Guests(database, m => Nested(m, isOutside: false)));
    }

    [Fact]
    public void An_object_that_becomes_required_is_there_with_each_owner()
    {
        using var database = FilledDatabase.Create(isPostgres: false, server);
        var first = Conversion.First(database, m => Optional(m, isOutside: false));
        using (var context = database.Context(m => Optional(m, isOutside: false)))
        {
            context.Add(new Person { Id = 1 });
            context.SaveChanges();
        }

        new Conversion(database, first.Recorded, m => Required(m, isOutside: true)).Up();
        Assert.Equal(["1 True ", "10 True Oslo", "11 True "], Present(database, m => Required(m, isOutside: true)));
    }

    private static void Optional(ModelBuilder model, bool isOutside)
    {
        var person = model.Entity<Person>().ToTable("People");
        person.HasData(new Person { Id = 10 }, new Person { Id = 11 });
        person.OwnsOne(p => p.Address, address =>
        {
            address.HasData(new { PersonId = 10, City = "Oslo" }, new { PersonId = 11 });
            if (isOutside)
                address.ToTable("Addresses");
        });
    }

    private static void Required(ModelBuilder model, bool isOutside)
    {
        Optional(model, isOutside);
        model.Entity<Person>().Navigation(p => p.Address).IsRequired();
    }

    private static void Nested(ModelBuilder model, bool isOutside)
        => model.Entity<Guest>().ToTable("Guests").OwnsOne(g => g.Stay, stay =>
        {
            stay.OwnsOne(s => s.Bill, bill =>
            {
                if (isOutside)
                    bill.ToTable("Bills");
            });
            stay.Navigation(s => s.Bill).IsRequired();
        });

    private static IEnumerable<string> Present(FilledDatabase database, Action<ModelBuilder> model)
    {
        using var context = database.Context(model);
        return [.. context.Set<Person>().OrderBy(p => p.Id).AsEnumerable().Select(p => $"{p.Id} {p.Address is not null} {p.Address?.City}")];
    }

    private static IEnumerable<string> Guests(FilledDatabase database, Action<ModelBuilder> model)
    {
        using var context = database.Context(model);

        // EF Core cannot read an owner without the outer object where the inner one has a table.
        return [.. context.Set<Guest>().Where(g => g.Id < 3).OrderBy(g => g.Id).AsEnumerable().Select(g => $"{g.Id} {g.Stay?.Room} {g.Stay?.Bill.Sum}")];
    }

    private sealed class Person
    {
        public int Id { get; set; }

        public Address? Address { get; set; }
    }

    private sealed class Address
    {
        public string? City { get; set; }

        public int? Floor { get; set; }
    }

    private sealed class Guest
    {
        public int Id { get; set; }

        public Stay? Stay { get; set; }
    }

    private sealed class Stay
    {
        public int Room { get; set; }

        public Bill Bill { get; set; } = new();
    }

    private sealed class Bill
    {
        public int? Sum { get; set; }
    }
}
