using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Revisions.Errors;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xunit;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>Objects within an owned type in JSON that are required, come or go.</summary>
public sealed class InnerObjectTests(PostgresServer server)
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void A_required_object_without_any_value_is_there_wherever_its_owner_is(bool isPostgres, bool isFromJson)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        void From(ModelBuilder model) => Guests(model, isFromJson);
        void To(ModelBuilder model) => Guests(model, !isFromJson);
        var first = Conversion.First(database, From);
        using (var context = database.Context(From))
        {
            context.AddRange(new Guest { Id = 1, Stay = new() { Room = 7, Bill = new() { Sum = 2 } } }, new Guest { Id = 2, Stay = new() { Room = 8, Bill = new() } }, new Guest { Id = 3 });
            context.SaveChanges();
        }

        var conversion = new Conversion(database, first.Recorded, To);
        Assert.Empty(conversion.Losses);
        conversion.Up();
        AssertAre(To, !isFromJson);
        conversion.Down();
        AssertAre(From, isFromJson);

        // In columns, EF Core itself makes none of it.
        void AssertAre(Action<ModelBuilder> model, bool isJson) => Assert.Equal(["1 7 [2]", isJson ? "2 8 []" : "2 8", "3"], Bills(database, model));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void An_object_that_JSON_gets_is_null_or_without_values_and_the_rest_is_copied(bool isPostgres, bool isRequired)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        static void Before(ModelBuilder model) => model.Entity<Guest>().ToTable("Guests").OwnsOne(g => g.Stay, s => s.Ignore(x => x.Bill));
        void After(ModelBuilder model) => Guests(model, isJson: true, isRequired);
        var first = Conversion.First(database, Before);
        using (var context = database.Context(Before))
        {
            context.AddRange(new Guest { Id = 1, Stay = new() { Room = 7 } }, new Guest { Id = 3 });
            context.SaveChanges();
        }

        var conversion = new Conversion(database, first.Recorded, After);
        Assert.Empty(conversion.Losses);
        conversion.Up();
        Assert.Equal([isRequired ? "1 7 []" : "1 7", "3"], Bills(database, After));
        conversion.Down();
        Assert.Equal(["1 7", "3"], Bills(database, Before, isBare: true));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_object_that_goes_is_named_and_the_rest_is_copied(bool isFromJson)
    {
        using var database = FilledDatabase.Create(isPostgres: false, server);
        void Before(ModelBuilder model) => Guests(model, isFromJson);
        void After(ModelBuilder model) => model.Entity<Guest>().ToTable("Guests").OwnsOne(g => g.Stay, s =>
        {
            s.Ignore(x => x.Bill);
            if (!isFromJson)
                s.ToJson();
        });
        var first = Conversion.First(database, Before);
        using (var context = database.Context(Before))
        {
            context.AddRange(new Guest { Id = 1, Stay = new() { Room = 7, Bill = new() { Sum = 2 } } }, new Guest { Id = 3 });
            context.SaveChanges();
        }

        var conversion = new Conversion(database, first.Recorded, After);
        Assert.Equal([isFromJson ? "drops Stay.Bill.Sum in column Guests.Stay with its values" : "drops column Guests.Stay_Bill_Sum with its values"], conversion.Losses);
        conversion.Up();
        Assert.Equal(["1 7", "3"], Bills(database, After, isBare: true));
        conversion.Down();
        Assert.Equal([isFromJson ? "1 7 []" : "1 7", "3"], Bills(database, Before));
    }

    [Fact]
    public void What_is_required_in_a_required_object_is_asked_for()
    {
        using var database = FilledDatabase.Create(isPostgres: false, server);
        static void Before(ModelBuilder model) => model.Entity<Guest>().ToTable("Guests").OwnsOne(g => g.Stay, s => s.Ignore(x => x.Bill));
        static void After(ModelBuilder model) => Guests(model, isJson: true, isRequired: true, b => b.Property(x => x.Sum).IsRequired());
        var first = Conversion.First(database, Before);
        using (var context = database.Context(Before))
        {
            context.Add(new Guest { Id = 1, Stay = new() { Room = 7 } });
            context.SaveChanges();
        }

        var error = Assert.Throws<DbMigrateException>(() => new Conversion(database, first.Recorded, After));
        Assert.Contains("-Fill @{ 'Guests.Stay.Bill.Sum' = 0 }", error.Action, StringComparison.Ordinal);
        new Conversion(database, first.Recorded, After, new() { Fills = [new("guests.stay.bill.sum", 9, null)] }).Up();
        Assert.Equal(["1 7 [9]"], Bills(database, After));
    }

    private static void Guests(ModelBuilder model, bool isJson, bool isRequired = true, Action<OwnedNavigationBuilder<Stay, Bill>>? more = null) => model.Entity<Guest>().ToTable("Guests").OwnsOne(g => g.Stay, stay =>
    {
        if (isJson)
            stay.ToJson();
        stay.OwnsOne(s => s.Bill, b => more?.Invoke(b));
        stay.Navigation(s => s.Bill).IsRequired(isRequired);
    });

    private static IEnumerable<string> Bills(FilledDatabase database, Action<ModelBuilder> model, bool isBare = false)
    {
        using var context = database.Context(model);
        return [.. context.Set<Guest>().OrderBy(g => g.Id).AsEnumerable().Select(g => g.Stay is null ? $"{g.Id}" : $"{g.Id} {(isBare ? g.Stay.Room : Text(g.Stay))}")];
    }

    private static string Text(Stay stay) => $"{stay.Room}" + (stay.Bill is { } bill ? $" [{bill.Sum}]" : "");

    private sealed class Guest
    {
        public int Id { get; set; }

        public Stay? Stay { get; set; }
    }

    private sealed class Stay
    {
        public int Room { get; set; }

        public Bill? Bill { get; set; }
    }

    private sealed class Bill
    {
        public int? Sum { get; set; }
    }
}
