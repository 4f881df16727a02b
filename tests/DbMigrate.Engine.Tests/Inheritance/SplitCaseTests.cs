using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>An entity is split to two tables, or shares one with another entity, and the other way around.</summary>
public sealed class SplitCaseTests(PostgresServer server)
{
    private static readonly string[] Books = ["1 Dune 412 desert", "2 Emma 0 ", "10 Seed 7 sown"];

    private static readonly string[] Orders = ["1 new Rome 3", "2 old  ", "3 sent  0", "10 seeded Oslo 1"];

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void An_entity_is_split_to_two_tables_or_joined_and_back(bool isPostgres, bool isJoined)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        void From(ModelBuilder model) => BuildBook(model, isSplit: isJoined);
        void To(ModelBuilder model) => BuildBook(model, isSplit: !isJoined);
        var first = Conversion.First(database, From);
        using (var context = database.Context(From))
        {
            context.AddRange(new Book { Id = 1, Title = "Dune", Pages = 412, Plot = "desert" }, new Book { Id = 2, Title = "Emma" });
            context.SaveChanges();
        }

        var conversion = new Conversion(database, first.Recorded, To);
        Assert.Empty(conversion.Losses);
        conversion.Up();
        Assert.Equal(Books, ReadBooks(database, To));
        conversion.Down();
        Assert.Equal(Books, ReadBooks(database, From));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Two_entities_share_a_table_or_have_two_and_back(bool isPostgres, bool isJoined)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        void From(ModelBuilder model) => BuildOrder(model, isShared: !isJoined);
        void To(ModelBuilder model) => BuildOrder(model, isShared: isJoined);
        var first = Conversion.First(database, From);
        using (var context = database.Context(From))
        {
            context.AddRange(
                new Order { Id = 1, State = "new", Delivery = new() { City = "Rome", Weight = 3 } },
                new Order { Id = 2, State = "old" },
                new Order { Id = 3, State = "sent", Delivery = new() { Weight = 0 } });
            context.SaveChanges();
        }

        var conversion = new Conversion(database, first.Recorded, To);
        Assert.Equal(isJoined ? ["forgets the rows of Deliveries that have no value but their key"] : [], conversion.Losses);
        conversion.Up();
        Assert.Equal(Orders, ReadOrders(database, To));
        conversion.Down();
        Assert.Equal(Orders, ReadOrders(database, From));
    }

    [Fact]
    public void A_table_with_the_same_key_that_has_more_than_what_goes_is_another_thing()
    {
        using var database = FilledDatabase.Create(isPostgres: false, server);
        var first = Conversion.First(database, m => BuildOrder(m, isShared: true));
        var conversion = new Conversion(database, first.Recorded, m =>
        {
            BuildOrder(m, isShared: false);
            m.Entity<Delivery>().Property<string>("Note");
        });
        Assert.Equal(["drops column Orders.City with its values", "drops column Orders.Weight with its values"], conversion.Losses.Order(StringComparer.Ordinal));
    }

    private static void BuildBook(ModelBuilder model, bool isSplit) => model.Entity<Book>(e =>
    {
        e.ToTable("Books");
        if (isSplit)
        {
            e.SplitToTable("BookTexts", t =>
            {
                t.Property(b => b.Pages);
                t.Property(b => b.Plot).HasColumnName("Story");
            });
        }

        e.HasData(new Book { Id = 10, Title = "Seed", Pages = 7, Plot = "sown" });
    });

    private static void BuildOrder(ModelBuilder model, bool isShared)
    {
        model.Entity<Order>().ToTable("Orders").HasData(new { Id = 10, State = "seeded" });
        model.Entity<Delivery>(e =>
        {
            e.ToTable(isShared ? "Orders" : "Deliveries");
            e.HasOne<Order>().WithOne(o => o.Delivery).HasForeignKey<Delivery>(d => d.Id);
            e.HasData(new Delivery { Id = 10, City = "Oslo", Weight = 1 });
        });
    }

    private static IEnumerable<string> ReadBooks(FilledDatabase database, Action<ModelBuilder> model)
    {
        using var context = database.Context(model);
        return [.. context.Set<Book>().OrderBy(b => b.Id).AsEnumerable().Select(b => $"{b.Id} {b.Title} {b.Pages} {b.Plot}")];
    }

    private static IEnumerable<string> ReadOrders(FilledDatabase database, Action<ModelBuilder> model)
    {
        using var context = database.Context(model);
        return [.. context.Set<Order>().Include(o => o.Delivery).OrderBy(o => o.Id).AsEnumerable().Select(o => $"{o.Id} {o.State} {o.Delivery?.City} {o.Delivery?.Weight}")];
    }

    private sealed class Book
    {
        public int Id { get; set; }

        public string Title { get; set; } = "";

        public int Pages { get; set; }

        public string? Plot { get; set; }
    }

    private sealed class Order
    {
        public int Id { get; set; }

        public string State { get; set; } = "";

        public Delivery? Delivery { get; set; }
    }

    private sealed class Delivery
    {
        public int Id { get; set; }

        public string? City { get; set; }

        public int? Weight { get; set; }
    }
}
