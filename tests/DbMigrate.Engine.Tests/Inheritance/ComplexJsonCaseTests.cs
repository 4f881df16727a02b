using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>A complex type goes from columns, or from what an owned type has, to JSON in one column, and comes back.</summary>
public sealed class ComplexJsonCaseTests(PostgresServer server)
{
    private static readonly string[] Rows = ["1 It's \"Main\" (1.5 here) Bill 3 [x|y]", "2  ( ) - []", "3 Side ( ) Side 0 [z]"];

    public static TheoryData<bool, Mapping, Mapping> Mappings()
    {
        var cases = new TheoryData<bool, Mapping, Mapping>();
        foreach (var isPostgres in new[] { false, true })
        {
            foreach (var other in Enum.GetValues<Mapping>().Except([Mapping.ComplexJson]))
            {
                cases.Add(isPostgres, other, Mapping.ComplexJson);
                cases.Add(isPostgres, Mapping.ComplexJson, other);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Mappings))]
    public void Values_go_there_and_back(bool isPostgres, Mapping before, Mapping after)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        void From(ModelBuilder model) => Build(model, before);
        void To(ModelBuilder model) => Build(model, after);
        var first = Conversion.First(database, From);
        using (var context = database.Context(From))
        {
            context.AddRange(
                new Client { Id = 1, Home = new() { Street = "It's \"Main\"", Spot = new() { Width = 1.5, Note = "here" } }, Billing = new() { Street = "Bill", Floor = 3 }, Tags = [new() { Text = "x" }, new() { Text = "y" }] },
                new Client { Id = 2 },
                new Client { Id = 3, Home = new() { Street = "Side" }, Billing = new() { Street = "Side" }, Tags = [new() { Text = "z" }] });
            context.SaveChanges();
        }

        Assert.Equal(Rows, Read(database, From));

        // Of a list of an owned type NULL is none; a list of a complex type is never NULL.
        var isNullable = before == Mapping.OwnedJson;
        var conversion = new Conversion(database, first.Recorded, To, isNullable ? new() { Fills = [new("Clients.Tags", "[]", null)] } : null);
        Assert.Equal(isNullable ? ["replaces NULL in Clients.Tags"] : [], conversion.Losses);
        conversion.Up();
        Assert.Equal(Rows, Read(database, To));
        conversion.Down();
        Assert.Equal(Rows, Read(database, From));
    }

    private static void Build(ModelBuilder model, Mapping mapping) => model.Entity<Client>(client =>
    {
        client.ToTable("Clients");
        switch (mapping)
        {
            case Mapping.Columns:
                client.ComplexProperty(c => c.Home, h => h.ComplexProperty(x => x.Spot));
                client.ComplexProperty(c => c.Billing);
                break;
            case Mapping.ComplexJson:
                client.ComplexProperty(c => c.Home, h =>
                {
                    h.ToJson();
                    h.ComplexProperty(x => x.Spot).HasJsonPropertyName("the spot's");
                });
                client.ComplexProperty(c => c.Billing).ToJson();
                break;
            case Mapping.OwnedJson:
                client.OwnsOne(c => c.Home, h =>
                {
                    h.ToJson();
                    h.OwnsOne(x => x.Spot).HasJsonPropertyName("the spot's");
                    h.Navigation(x => x.Spot).IsRequired();
                });
                client.Navigation(c => c.Home).IsRequired();
                client.OwnsOne(c => c.Billing, b => b.ToJson());
                break;
            default:
                client.OwnsOne(c => c.Home, h =>
                {
                    h.ToTable("Homes");
                    h.OwnsOne(x => x.Spot);
                    h.Navigation(x => x.Spot).IsRequired();
                });
                client.Navigation(c => c.Home).IsRequired();
                client.OwnsOne(c => c.Billing, b => b.ToTable("Billings"));
                break;
        }

        if (mapping == Mapping.ComplexJson)
        {
            client.ComplexCollection(c => c.Tags, t => t.ToJson());
            return;
        }

        client.OwnsMany(c => c.Tags, tags =>
        {
            if (mapping == Mapping.OwnedJson)
            {
                tags.ToJson();
                return;
            }

            tags.ToTable("Tags").Property<int>("Id");
            tags.HasKey("Id");
        });
    });

    private static IEnumerable<string> Read(FilledDatabase database, Action<ModelBuilder> model)
    {
        using var context = database.Context(model);
        return
        [
            .. context.Set<Client>().OrderBy(c => c.Id).AsEnumerable().Select(c => FormattableString.Invariant(
                $"{c.Id} {c.Home.Street} ({c.Home.Spot.Width} {c.Home.Spot.Note}) {(c.Billing is { } b ? $"{b.Street} {b.Floor}" : "-")} [{string.Join("|", c.Tags.Select(t => t.Text).Order(StringComparer.Ordinal))}]")),
        ];
    }

    /// <summary>How a model has the objects and the list.</summary>
    public enum Mapping
    {
        /// <summary>Complex types in columns, the list owned in a table.</summary>
        Columns,

        /// <summary>Complex types in JSON.</summary>
        ComplexJson,

        /// <summary>Owned types in JSON.</summary>
        OwnedJson,

        /// <summary>Owned types in tables of their own.</summary>
        Tables,
    }

    private sealed class Client
    {
        public int Id { get; set; }

        public Home Home { get; set; } = new();

        public Billing? Billing { get; set; }

        public List<Tag> Tags { get; set; } = [];
    }

    private sealed class Home
    {
        public string? Street { get; set; }

        public Spot Spot { get; set; } = new();
    }

    private sealed class Spot
    {
        public double? Width { get; set; }

        public string? Note { get; set; }
    }

    private sealed class Billing
    {
        public string Street { get; set; } = "";

        public int Floor { get; set; }
    }

    private sealed class Tag
    {
        public string? Text { get; set; }
    }
}
