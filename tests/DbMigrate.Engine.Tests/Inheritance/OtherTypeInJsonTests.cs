using System;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xunit;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>A property whose type JSON has otherwise is a named loss when it leaves JSON; on the way back the object comes without it.</summary>
public sealed class OtherTypeInJsonTests(PostgresServer server)
{
    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(true, true, false)]
    [InlineData(false, false, true)]
    [InlineData(true, false, true)]
    public void The_rest_is_back_and_the_application_can_read_it(bool isPostgres, bool isRequired, bool isInColumns)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        void Json(ModelBuilder model) => Build(model, isRequired, s => s.ToJson());
        void Plain(ModelBuilder model) => Build(model, isRequired, s =>
        {
            if (!isInColumns)
                s.ToTable("Spots");
        });
        var first = Conversion.First(database, Json);
        using (var context = database.Context(Json))
        {
            context.AddRange(new Place { Id = 1, Spot = new() { Label = "It's", Wait = TimeSpan.FromHours(1) } }, new Place { Id = 2 });
            context.SaveChanges();
        }

        var fill = new DiffDecisions { Fills = isRequired ? [new("Spots.Wait", "02:00:00", null)] : [] };
        var conversion = new Conversion(database, first.Recorded, Plain, fill);
        Assert.Equal(["drops Spot.Wait in column Places.Spot with its values"], conversion.Losses);
        conversion.Up();
        conversion.Down();
        using var back = database.Context(Json);
        Assert.Equal(["1 It's ", "2"], back.Set<Place>().OrderBy(p => p.Id).AsEnumerable().Select(p => p.Spot is { } spot ? $"{p.Id} {spot.Label} {spot.Wait}" : $"{p.Id}"));
    }

    private static void Build(ModelBuilder model, bool isRequired, Action<OwnedNavigationBuilder<Place, Spot>> more) => model.Entity<Place>().ToTable("Places").OwnsOne(p => p.Spot, s =>
    {
        s.Property(x => x.Wait).IsRequired(isRequired);
        more(s);
    });

    private sealed class Place
    {
        public int Id { get; set; }

        public Spot? Spot { get; set; }
    }

    private sealed class Spot
    {
        public string? Label { get; set; }

        public TimeSpan? Wait { get; set; }
    }
}
