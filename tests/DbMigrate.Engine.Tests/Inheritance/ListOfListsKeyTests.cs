using System.Linq;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static DbMigrate.Engine.Tests.Inheritance.Orders;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>What tells the elements of lists in lists apart, where they go to JSON and come back: a property, or the model's own numbers.</summary>
public sealed class ListOfListsKeyTests(PostgresServer server)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_key_that_is_a_property_keeps_its_values_in_both_tables(bool isPostgres)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        static void Model(ModelBuilder model, bool isJson) => model.Entity<Order>().ToTable("Orders").OwnsMany(o => o.Lines, lines =>
        {
            lines.Ignore(l => l.Size);
            lines.OwnsMany(l => l.Parts, parts =>
            {
                parts.Ignore(p => p.Bolts);
                if (isJson)
                    return;
                parts.ToTable("Parts").WithOwner().HasForeignKey("OrderId", "Line");
                parts.Property<int>("Id");
                parts.HasKey("OrderId", "Line", "Id");
            });
            if (isJson)
            {
                lines.ToJson();
                return;
            }

            lines.ToTable("Lines");
            lines.HasKey("OrderId", nameof(Line.Name));
        });
        var first = Conversion.First(database, m => Model(m, isJson: true));
        using (var context = database.Context(m => Model(m, isJson: true)))
        {
            context.AddRange(new Order { Id = 1, Lines = [new() { Name = "b", Parts = [new() { Name = "x" }, new() { Name = "y" }] }, new() { Name = "a", Parts = [new() { Name = "z" }] }] }, new Order { Id = 2, Lines = [new() { Name = "b", Parts = [new() { Name = "w" }] }] });
            context.SaveChanges();
        }

        var conversion = new Conversion(database, first.Recorded, m => Model(m, isJson: false));
        Assert.Empty(conversion.Losses);
        Assert.Equal(["takes the key of Lines from JSON, which fails where two of its rows have the same"], conversion.Warnings);
        conversion.Up();
        Assert.Equal(["1|a|z", "1|b|x", "1|b|y", "2|b|w"], database.Query("SELECT \"OrderId\", \"Line\", \"Name\" FROM \"Parts\" ORDER BY 1, 2, 3"));
        conversion.Down();
        using var after = database.Context(m => Model(m, isJson: true));
        Assert.Equal(["1 a z", "1 b x y", "2 b w"], after.Set<Order>().OrderBy(o => o.Id).AsEnumerable().SelectMany(o => o.Lines.Select(l => $"{o.Id} {l.Name} {string.Join(' ', l.Parts.Select(p => p.Name))}")));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Elements_that_the_model_brings_are_back_as_they_were_left(bool isPostgres)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        static void Model(ModelBuilder model, bool isJson, bool isSeeded) => Build(model, isJson, more: l =>
        {
            if (!isSeeded)
                return;
            l.HasData(new { OrderId = 1, Id = 1, Name = "b" }, new { OrderId = 1, Id = 2, Name = "a" });
            l.OwnsMany(x => x.Parts).HasData(new { LineId = 1, Id = 1, Name = "p" }, new { LineId = 2, Id = 2, Name = "q" });
        });
        var bare = Conversion.First(database, m => Model(m, isJson: false, isSeeded: false));
        using (var context = database.Context(m => Model(m, isJson: false, isSeeded: false)))
        {
            context.Add(new Order { Id = 1 });
            context.SaveChanges();
        }

        var seeded = new Conversion(database, bare.Recorded, m => Model(m, isJson: false, isSeeded: true));
        seeded.Up();
        var conversion = new Conversion(database, seeded.Recorded, m => Model(m, isJson: true, isSeeded: false));
        conversion.Up();
        using (var context = database.Context(m => Model(m, isJson: true, isSeeded: false)))
        {
            context.Set<Order>().Single().Lines[1].Parts.Add(new() { Name = "new" });
            context.SaveChanges();
        }

        conversion.Down();
        Assert.Equal(["1: b [p] ; a [q|new] "], Read(database, m => Model(m, isJson: false, isSeeded: true)));
    }
}
