using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xunit;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>Rows of the model where what is owned goes to JSON and comes back: they are as their users have left them.</summary>
public sealed class JsonSeedTests(PostgresServer server)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_object_is_back_as_it_was_left(bool isPostgres)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        static void After(ModelBuilder model) => Build(model, s =>
        {
            s.ToJson();
            s.Property<byte[]>("Photo");
        });
        var seeded = Seeded(database, m => Spotted(m), m => Spotted(m, Seed(1, "a"), Seed(2, "b"), Seed(3, "c")));
        Change(database, m => Spotted(m), 2, "changed");
        Change(database, m => Spotted(m), 3, null);
        var conversion = new Conversion(database, seeded.Recorded, After);
        conversion.Up();
        Assert.Equal(["1 a", "2 changed", "3", "4"], Read(database, After));
        Change(database, After, 1, "late");
        Change(database, After, 4, "new");
        conversion.Down();
        Assert.Equal(["1 late", "2 changed", "3", "4 new"], Read(database, m => Spotted(m)));

        // JSON has bytes otherwise, hence not from there.
        Assert.Equal(["1", "2"], database.Query("SELECT \"PlaceId\" FROM \"Spots\" WHERE \"Photo\" IS NOT NULL ORDER BY 1"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_object_that_the_model_asks_for_when_it_leaves_JSON_is_there(bool isPostgres)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        static void Before(ModelBuilder model) => Build(model, s => s.ToJson());
        static void After(ModelBuilder model) => Spotted(model, Seed(1, "it's a"), Seed(2, "b"));
        var first = Conversion.First(database, Before);
        Fill(database, Before);
        Change(database, Before, 2, "own");
        var conversion = new Conversion(database, first.Recorded, After);
        conversion.Up();
        Assert.Equal(["1 it's a", "2 own", "3", "4"], Read(database, After));
        conversion.Down();
        Assert.Equal(["1 it's a", "2 own", "3", "4"], Read(database, Before));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Rows_of_the_model_with_their_owner_go_and_come_with_it(bool isPostgres)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        static void Before(ModelBuilder model)
        {
            Spotted(model, Seed(1, "a"));
            model.Entity<Place>().HasData(new Place { Id = 1 });
        }

        static void After(ModelBuilder model) => Build(model, s =>
        {
            s.ToJson();
            s.Property<byte[]>("Photo");
        });
        var conversion = new Conversion(database, Conversion.First(database, Before).Recorded, After);
        conversion.Up();
        Assert.Empty(Read(database, After));
        conversion.Down();
        Assert.Equal(["1 a"], Read(database, Before));
    }

    // The owners are no rows of the model: EF Core allows none where JSON is.
    private static Conversion Seeded(FilledDatabase database, Action<ModelBuilder> bare, Action<ModelBuilder> seeded)
    {
        var first = Conversion.First(database, bare);
        Fill(database, bare);
        var second = new Conversion(database, first.Recorded, seeded);
        second.Up();
        return second;
    }

    private static void Fill(FilledDatabase database, Action<ModelBuilder> model)
    {
        using var context = database.Context(model);
        context.AddRange(Enumerable.Range(1, 4).Select(i => new Place { Id = i }));
        context.SaveChanges();
    }

    private static object Seed(int place, string label) => new { PlaceId = place, Label = label, Photo = new byte[] { 7 } };

    private static void Build(ModelBuilder model, Action<OwnedNavigationBuilder<Place, Spot>> more)
        => model.Entity<Place>().ToTable("Places").OwnsOne(p => p.Spot, more);

    private static void Spotted(ModelBuilder model, params object[] seeds) => Build(model, s =>
    {
        s.ToTable("Spots");
        s.Property<byte[]>("Photo");
        s.HasData(seeds);
    });

    private static void Change(FilledDatabase database, Action<ModelBuilder> model, int id, string? label)
    {
        using var context = database.Context(model);
        var place = context.Set<Place>().Single(p => p.Id == id);
        if (label is null)
            place.Spot = null;
        else
            (place.Spot ??= new()).Label = label;
        context.SaveChanges();
    }

    private static IEnumerable<string> Read(FilledDatabase database, Action<ModelBuilder> model)
    {
        using var context = database.Context(model);
        return [.. context.Set<Place>().OrderBy(p => p.Id).AsEnumerable().Select(p => p.Spot is { } spot ? $"{p.Id} {spot.Label}" : $"{p.Id}")];
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
