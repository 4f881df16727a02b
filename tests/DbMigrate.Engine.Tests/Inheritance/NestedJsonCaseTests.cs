using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>An owned type that owns others goes with them from columns, or tables of their own, to JSON, and comes back.</summary>
public sealed class NestedJsonCaseTests(PostgresServer server)
{
    private static readonly string[] Rows = ["1 3 Main [It's \"here\" (1/2)]", "2 0 ", "3 -1 Side [ ]", "4 5  [x (0/)]", "5"];

    public static TheoryData<bool, Placement, bool> Placements() => BothWays.Of(Enum.GetValues<Placement>().Except([Placement.Json]));

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
        Assert.Contains("\"Home.Geo{?} = the geo's\", \"Home.Geo.Name\", \"Home.Geo.Point{?}\", \"Home.Geo.Point.X\"", conversion.Script.Replace("\r", "", StringComparison.Ordinal), StringComparison.Ordinal);
        conversion.Up();
        Assert.Equal(Rows, Read(database, To));
        conversion.Down();
        Assert.Equal(Rows, Read(database, From));
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

    private static IEnumerable<string> Read(FilledDatabase database, Action<ModelBuilder> model)
    {
        using var context = database.Context(model);
        return
        [
            .. context.Set<Person>().OrderBy(p => p.Id).AsEnumerable().Select(p => p.Home is not { } h ? $"{p.Id}"
                : $"{p.Id} {h.Floor} {h.Street}" + (h.Geo is not { } g ? "" : $" [{g.Name} {(g.Point is { } at ? $"({at.X}/{at.Y})" : "")}]")),
        ];
    }

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
}
