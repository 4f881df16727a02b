using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>Objects in the elements of a list in JSON.</summary>
public sealed class InnerObjectInListTests(PostgresServer server)
{
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

    private static string Text(Stay stay) => $"{stay.Room}" + (stay.Bill is { } bill ? $" [{bill.Sum}]" : "");

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
