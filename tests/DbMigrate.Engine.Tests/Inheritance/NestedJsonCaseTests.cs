using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Revisions.Errors;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xunit;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>An owned type that owns others goes with them from columns, or tables of their own, to JSON, and comes back.</summary>
public sealed class NestedJsonCaseTests(PostgresServer server)
{
    private static readonly string[] Rows = ["1 3 Main [It's \"here\" (1/2)]", "2 0 ", "3 -1 Side [ ]", "4 5  [x (0/)]", "5"];

    public static TheoryData<bool, Placement, bool> Placements()
    {
        var cases = new TheoryData<bool, Placement, bool>();
        foreach (var isPostgres in new[] { false, true })
        {
            foreach (var placement in Enum.GetValues<Placement>().Except([Placement.Json]))
            {
                cases.Add(isPostgres, placement, false);
                cases.Add(isPostgres, placement, true);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Placements))]
    public void Objects_go_to_JSON_within_their_owner_and_back(bool isPostgres, Placement other, bool isFromJson)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        void From(ModelBuilder model) => Build(model, isFromJson ? Placement.Json : other);
        void To(ModelBuilder model) => Build(model, isFromJson ? other : Placement.Json);
        var first = Conversion.First(database, From);
        using (var context = database.Context(From))
        {
            context.AddRange(
                new Person { Id = 1, Home = new() { Floor = 3, Street = "Main", Geo = new() { Name = "It's \"here\"", Point = new() { X = 1, Y = 2 } } } },
                new Person { Id = 2, Home = new() },
                new Person { Id = 3, Home = new() { Floor = -1, Street = "Side", Geo = new() } },
                new Person { Id = 4, Home = new() { Floor = 5, Geo = new() { Name = "x", Point = new() } } },
                new Person { Id = 5 });
            context.SaveChanges();
        }

        Assert.Equal(Rows, Read(database, From));
        var conversion = new Conversion(database, first.Recorded, To);
        Assert.Empty(conversion.Losses);
        Assert.Contains("\"Home.Geo{} = the geo's\", \"Home.Geo.Name\", \"Home.Geo.Point{}\", \"Home.Geo.Point.X\"", conversion.Script.Replace("\r", "", StringComparison.Ordinal), StringComparison.Ordinal);
        conversion.Up();
        Assert.Equal(Rows, Read(database, To));
        conversion.Down();
        Assert.Equal(Rows, Read(database, From));
    }

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
        Assert.Equal(["1 7", "3"], Bills(database, Before));
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

    private static void Build(ModelBuilder model, Placement placement) => model.Entity<Person>().ToTable("People").OwnsOne(p => p.Home, home =>
    {
        if (placement == Placement.Json)
            home.ToJson();
        if (placement is Placement.Table or Placement.Tables)
            home.ToTable("Homes");
        home.OwnsOne(h => h.Geo, geo =>
        {
            if (placement == Placement.Json)
                geo.HasJsonPropertyName("the geo's");
            if (placement is Placement.Tables or Placement.InnerTable)
                geo.ToTable("Geos");
            geo.Property(g => g.Name).IsRequired();
            geo.OwnsOne(g => g.Point, point =>
            {
                if (placement == Placement.Tables)
                    point.ToTable("Points");
            });
        });
    });

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

    private static IEnumerable<string> Read(FilledDatabase database, Action<ModelBuilder> model)
    {
        using var context = database.Context(model);
        return
        [
            .. context.Set<Person>().OrderBy(p => p.Id).AsEnumerable().Select(p => p.Home is not { } h ? $"{p.Id}"
                : $"{p.Id} {h.Floor} {h.Street}" + (h.Geo is not { } g ? "" : $" [{g.Name} {(g.Point is { } at ? $"({at.X}/{at.Y})" : "")}]")),
        ];
    }

    private static IEnumerable<string> Bills(FilledDatabase database, Action<ModelBuilder> model, bool isBare = false)
    {
        using var context = database.Context(model);
        return [.. context.Set<Guest>().OrderBy(g => g.Id).AsEnumerable().Select(g => g.Stay is null ? $"{g.Id}" : $"{g.Id} {(isBare ? g.Stay.Room : Text(g.Stay))}")];
    }

    private static string Text(Stay stay) => $"{stay.Room}" + (stay.Bill is { } bill ? $" [{bill.Sum}]" : "");

    /// <summary>Where the objects are.</summary>
    public enum Placement
    {
        /// <summary>In columns of their owner.</summary>
        Columns,

        /// <summary>The outer one in a table of its own, with the inner ones.</summary>
        Table,

        /// <summary>The inner ones in a table of their own.</summary>
        InnerTable,

        /// <summary>Each in a table of its own.</summary>
        Tables,

        /// <summary>In JSON.</summary>
        Json,
    }

    private sealed class Person
    {
        public int Id { get; set; }

        public Home? Home { get; set; }
    }

    private sealed class Home
    {
        public string? Street { get; set; }

        public int Floor { get; set; }

        public Geo? Geo { get; set; }
    }

    private sealed class Geo
    {
        public string Name { get; set; } = "";

        public Point? Point { get; set; }
    }

    private sealed class Point
    {
        public int X { get; set; }

        public int? Y { get; set; }
    }

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
}
