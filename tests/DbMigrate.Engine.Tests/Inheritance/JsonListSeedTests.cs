using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>Elements of a list that the model brings, where the list goes to JSON and comes back.</summary>
public sealed class JsonListSeedTests(PostgresServer server)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_list_is_back_as_it_was_left(bool isPostgres)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        static void Before(ModelBuilder model) => Listed(model, isJson: false, isSeeded: true);
        static void After(ModelBuilder model) => Listed(model, isJson: true, isSeeded: false);
        var first = Conversion.First(database, m => Listed(m, isJson: false, isSeeded: false));
        Fill(database, m => Listed(m, isJson: false, isSeeded: false));
        var second = new Conversion(database, first.Recorded, Before);
        second.Up();
        var conversion = new Conversion(database, second.Recorded, After);
        conversion.Up();
        Add(database, After, "c");
        conversion.Down();
        Assert.Equal(["a", "b", "c"], Names(database, Before));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Elements_that_the_model_asks_for_when_the_list_leaves_JSON_are_beside_the_others(bool isPostgres)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        static void Before(ModelBuilder model) => Listed(model, isJson: true, isSeeded: false);
        static void After(ModelBuilder model) => Listed(model, isJson: false, isSeeded: true);
        var first = Conversion.First(database, Before);
        Fill(database, Before);
        Add(database, Before, "c");
        var conversion = new Conversion(database, first.Recorded, After);
        conversion.Up();
        Assert.Equal(["a", "b", "c"], Names(database, After));
        Add(database, After, "d");
        conversion.Down();
        Assert.Equal(["a", "b", "c", "d"], Names(database, Before));
    }

    private static void Fill(FilledDatabase database, Action<ModelBuilder> model)
    {
        using var context = database.Context(model);
        context.Add(new Place { Id = 1 });
        context.SaveChanges();
    }

    private static void Listed(ModelBuilder model, bool isJson, bool isSeeded)
    {
        var place = model.Entity<Place>().ToTable("Places");
        place.OwnsMany(p => p.Names, n =>
        {
            if (isJson)
            {
                n.ToJson();
                return;
            }

            n.ToTable("Names").Property<int>("Id");
            n.HasKey("Id");
            if (isSeeded)
                n.HasData(new { PlaceId = 1, Id = 1, Text = "a" }, new { PlaceId = 1, Id = 2, Text = "b" });
        });
    }

    private static void Add(FilledDatabase database, Action<ModelBuilder> model, string text)
    {
        using var context = database.Context(model);
        context.Set<Place>().Single().Names.Add(new() { Text = text });
        context.SaveChanges();
    }

    private static IEnumerable<string> Names(FilledDatabase database, Action<ModelBuilder> model)
    {
        using var context = database.Context(model);
        return [.. context.Set<Place>().Single().Names.Select(n => n.Text!).Order()];
    }

    private sealed class Place
    {
        public int Id { get; set; }

        public List<Name> Names { get; set; } = [];
    }

    private sealed class Name
    {
        public string? Text { get; set; }
    }
}
