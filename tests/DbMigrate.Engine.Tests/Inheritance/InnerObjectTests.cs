using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Revisions.Errors;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xunit;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>Objects within an owned type in JSON that are required, come, go, or are in elements of a list.</summary>
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

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Elements_of_a_list_take_their_objects_along(bool isPostgres, bool isFromJson)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        void From(ModelBuilder model) => Trips(model, isFromJson);
        void To(ModelBuilder model) => Trips(model, !isFromJson);
        var first = Conversion.First(database, From);
        using (var context = database.Context(From))
        {
            context.AddRange(new Trip { Id = 1, Stays = [new() { Room = 1, Bill = new() { Sum = 2 } }, new() { Room = 2 }] }, new Trip { Id = 2 });
            context.SaveChanges();
        }

        var conversion = new Conversion(database, first.Recorded, To);
        Assert.Empty(conversion.Losses);
        conversion.Up();
        Assert.Equal(["1 1 [2]", "1 2"], Seen(To));
        conversion.Down();
        Assert.Equal(["1 1 [2]", "1 2"], Seen(From));

        IEnumerable<string> Seen(Action<ModelBuilder> model)
        {
            using var context = database.Context(model);
            return [.. context.Set<Trip>().OrderBy(t => t.Id).AsEnumerable().SelectMany(t => t.Stays.OrderBy(s => s.Room).Select(s => $"{t.Id} {Text(s)}"))];
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_list_within_an_object_keeps_all_of_it_back_and_is_named(bool isFromJson)
    {
        using var database = FilledDatabase.Create(isPostgres: false, server);
        static void Model(ModelBuilder model, bool isJson) => model.Entity<Tour>().ToTable("Tours").OwnsOne(t => t.Plan, plan =>
        {
            if (isJson)
                plan.ToJson();
            plan.OwnsMany(p => p.Stops, stops =>
            {
                if (!isJson)
                    stops.ToTable("Stops");
            });
        });
        var first = Conversion.First(database, m => Model(m, isFromJson));
        var conversion = new Conversion(database, first.Recorded, m => Model(m, !isFromJson), new() { Renames = [new(isFromJson ? "Tours.Plan" : "Tours.Plan_Title", null)] });
        Assert.Equal(
            isFromJson ? ["drops column Tours.Plan with its values"] : ["drops column Tours.Plan_Title with its values", "drops table Stops with its rows"],
            conversion.Losses.Order(StringComparer.Ordinal));
    }

    private static void Guests(ModelBuilder model, bool isJson, bool isRequired = true, Action<OwnedNavigationBuilder<Stay, Bill>>? more = null) => model.Entity<Guest>().ToTable("Guests").OwnsOne(g => g.Stay, stay =>
    {
        if (isJson)
            stay.ToJson();
        stay.OwnsOne(s => s.Bill, b => more?.Invoke(b));
        stay.Navigation(s => s.Bill).IsRequired(isRequired);
    });

    private static void Trips(ModelBuilder model, bool isJson) => model.Entity<Trip>().ToTable("Trips").OwnsMany(t => t.Stays, stays =>
    {
        stays.OwnsOne(s => s.Bill);
        if (isJson)
        {
            stays.ToJson();
            return;
        }

        stays.ToTable("Stays");
        stays.Property<int>("Id");
        stays.HasKey("Id");
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

    private sealed class Trip
    {
        public int Id { get; set; }

        public List<Stay> Stays { get; set; } = [];
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

    private sealed class Tour
    {
        public int Id { get; set; }

        public Plan? Plan { get; set; }
    }

    private sealed class Plan
    {
        public string Title { get; set; } = "";

        public List<Bill> Stops { get; set; } = [];
    }
}
