using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xunit;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>An owned type goes from columns, or a table of its own, to JSON in one column, and comes back.</summary>
public sealed class JsonCaseTests(PostgresServer server)
{
    private static readonly string[] Rows =
    [
        "1 Ann: It's \"Main\" Rome 3 True 1200.25 1.25 2026-01-02T03:04:05.678 00000000-0000-0000-0000-00000000000a 2020-02-29",
        "2 Bob: Side  -1 False 0.1 0 2026-12-31T23:59:59.000 00000000-0000-0000-0000-00000000000b 0001-01-01",
        "3 Cyd:",
    ];

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(true, true, false)]
    [InlineData(false, false, true)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(true, true, true)]
    public void Values_go_to_JSON_or_to_columns_and_back(bool isPostgres, bool isFromJson, bool isRequired)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        void From(ModelBuilder model) => BuildPerson(model, isFromJson, isRequired);
        void To(ModelBuilder model) => BuildPerson(model, !isFromJson, isRequired);
        var first = Conversion.First(database, From);
        var rows = isRequired ? Rows[..2] : Rows;
        using (var context = database.Context(From))
        {
            context.AddRange(
                new Person { Id = 1, Name = "Ann", Home = new() { Street = "It's \"Main\"", City = "Rome", Floor = 3, Lift = true, Rent = 1200.25m, Rate = 1.25, Since = Moment("2026-01-02T03:04:05.678Z"), Token = new(0, 0, 0, [0, 0, 0, 0, 0, 0, 0, 10]), Built = new(2020, 2, 29) } },
                new Person { Id = 2, Name = "Bob", Home = new() { Street = "Side", Floor = -1, Rent = 0.1m, Since = Moment("2026-12-31T23:59:59Z"), Token = new(0, 0, 0, [0, 0, 0, 0, 0, 0, 0, 11]) } });
            if (!isRequired)
                context.Add(new Person { Id = 3, Name = "Cyd" });
            context.SaveChanges();
        }

        Assert.Equal(rows, Read(database, From));
        var conversion = new Conversion(database, first.Recorded, To);
        Assert.Empty(conversion.Losses);
        conversion.Up();
        Assert.Equal(rows, Read(database, To));
        conversion.Down();
        Assert.Equal(rows, Read(database, From));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Values_go_from_a_table_of_their_own_to_JSON_and_back(bool isPostgres, bool isFromJson)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        static void Build(ModelBuilder model, bool isJson) => BuildPlace(model, isJson, s =>
        {
            if (!isJson)
                s.ToTable("Spots");
            s.Property<int?>("Id of it");
        });
        var first = Conversion.First(database, m => Build(m, isFromJson));
        using (var context = database.Context(m => Build(m, isFromJson)))
        {
            context.AddRange(new Place { Id = 1, Spot = new() { Label = "It's" } }, new Place { Id = 2, Spot = new() }, new Place { Id = 3 });
            context.SaveChanges();
        }

        var conversion = new Conversion(database, first.Recorded, m => Build(m, !isFromJson));
        Assert.Empty(conversion.Losses);
        conversion.Up();
        Assert.Equal(["1 It's", "2 ", "3"], Spots(m => Build(m, !isFromJson)));
        conversion.Down();
        Assert.Equal(["1 It's", "2 ", "3"], Spots(m => Build(m, isFromJson)));

        IEnumerable<string> Spots(Action<ModelBuilder> model)
        {
            using var context = database.Context(model);
            return [.. context.Set<Place>().OrderBy(p => p.Id).AsEnumerable().Select(p => p.Spot is { } spot ? $"{p.Id} {spot.Label}" : $"{p.Id}")];
        }
    }

    [Fact]
    public void What_has_no_column_and_what_no_script_names_is_named()
    {
        using var database = FilledDatabase.Create(isPostgres: false, server);
        var first = Conversion.First(database, m => BuildPlace(m, isJson: true, p => p.Property<string>("Gone")));
        var conversion = new Conversion(database, first.Recorded, m => BuildPlace(m, isJson: false, p => p.Property<string>("Late")));
        Assert.Equal(
            ["copies no Spot_Late from Places.Spot: the scripts do not say that it is there", "drops Spot.Gone in column Places.Spot with its values"],
            conversion.Losses.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_property_that_goes_with_the_columns_is_not_asked_for_as_the_JSON(bool isFromJson)
    {
        using var database = FilledDatabase.Create(isPostgres: false, server);
        static void Spotted(ModelBuilder model) => BuildPlace(model, isJson: false, p => p.Property<string>("Since"));
        static void Json(ModelBuilder model) => BuildPlace(model, isJson: true, _ => { });
        var first = Conversion.First(database, isFromJson ? Json : Spotted);
        var conversion = new Conversion(database, first.Recorded, isFromJson ? Spotted : Json);
        Assert.Equal([isFromJson ? "copies no Spot_Since from Places.Spot: the scripts do not say that it is there" : "drops column Places.Spot_Since with its values"], conversion.Losses);
    }

    private static DateTime Moment(string text) => DateTime.Parse(text, null, System.Globalization.DateTimeStyles.AdjustToUniversal);

    private static void BuildPerson(ModelBuilder model, bool isJson, bool isRequired) => model.Entity<Person>(e =>
    {
        e.ToTable("People");
        e.OwnsOne(p => p.Home, h =>
        {
            h.Property(x => x.Street).IsRequired();
            if (!isJson)
                return;
            h.ToJson();
            h.Property(x => x.City).HasJsonPropertyName("the town's");
        });
        e.Navigation(p => p.Home).IsRequired(isRequired);
    });

    private static void BuildPlace(ModelBuilder model, bool isJson, Action<OwnedNavigationBuilder<Place, Spot>> more) => model.Entity<Place>().ToTable("Places").OwnsOne(p => p.Spot, s =>
    {
        if (isJson)
            s.ToJson();
        more(s);
    });

    private static IEnumerable<string> Read(FilledDatabase database, Action<ModelBuilder> model)
    {
        using var context = database.Context(model);
        return [.. context.Set<Person>().OrderBy(p => p.Id).AsEnumerable().Select(p => $"{p.Id} {p.Name}:" + (p.Home is { } h ? $" {h.Street} {h.City} {h.Floor} {h.Lift} {h.Rent} {h.Rate} {h.Since:yyyy-MM-ddTHH:mm:ss.fff} {h.Token} {h.Built:O}" : ""))];
    }

    private sealed class Person
    {
        public int Id { get; set; }

        public string Name { get; set; } = "";

        public Home? Home { get; set; }
    }

    private sealed class Home
    {
        public string? Street { get; set; }

        public string? City { get; set; }

        public int Floor { get; set; }

        public bool Lift { get; set; }

        public decimal Rent { get; set; }

        public double Rate { get; set; }

        public DateTime Since { get; set; }

        public Guid Token { get; set; }

        public DateOnly Built { get; set; }
    }

    private sealed class Place
    {
        public int Id { get; set; }

        public Spot? Spot { get; set; }
    }

    private sealed class Spot
    {
        public string? Label { get; set; }
    }
}
