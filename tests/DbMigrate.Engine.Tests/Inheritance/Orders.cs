using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>Orders with lines, which have parts, which have bolts.</summary>
internal static class Orders
{
    public static readonly string[] Rows =
    [
        "1: b [It's \"x\" (1 3)|] 2; a [] ; c [y (5)] ",
        "2:",
        "3: d [w] 7",
        "4: e [] 0",
    ];

    public static Conversion Filled(FilledDatabase database, Action<ModelBuilder> model)
    {
        var first = Conversion.First(database, model);
        using var context = database.Context(model);
        context.AddRange(
            new Order
            {
                Id = 1,
                Lines =
                [
                    new() { Name = "b", Size = new() { Width = 2 }, Parts = [new() { Name = "It's \"x\"", Bolts = [new() { Count = 1 }, new() { Count = 3 }] }, new() { Name = "" }] },
                    new() { Name = "a" },
                    new() { Name = "c", Parts = [new() { Name = "y", Bolts = [new() { Count = 5 }] }] },
                ],
            },
            new Order { Id = 2 },
            new Order { Id = 3, Lines = [new() { Name = "d", Size = new() { Width = 7 }, Parts = [new() { Name = "w" }] }] },
            new Order { Id = 4, Lines = [new() { Name = "e", Size = new() { Width = 0 } }] });
        context.SaveChanges();
        return first;
    }

    public static IEnumerable<string> Read(FilledDatabase database, Action<ModelBuilder> model)
    {
        using var context = database.Context(model);
        return [.. context.Set<Order>().OrderBy(o => o.Id).AsEnumerable().Select(o => $"{o.Id}:" + string.Join(";", context.InOrder(o.Lines).Select(l => $" {l.Name} [{string.Join("|", context.InOrder(l.Parts).Select(Text))}] {l.Size?.Width}")))];

        string Text(Part part) => part.Name + (part.Bolts.Count > 0 ? $" ({string.Join(' ', context.InOrder(part.Bolts).Select(b => b.Count))})" : "");
    }

    public static void Build(ModelBuilder model, bool isJson, bool isKeyOfOwner = false, Action<OwnedNavigationBuilder<Order, Line>>? more = null) => model.Entity<Order>().ToTable("Orders").OwnsMany(o => o.Lines, lines =>
    {
        if (isJson)
            lines.ToJson();
        else
            Table(lines, "Lines", isKeyOfOwner);
        lines.OwnsOne(l => l.Size);
        lines.OwnsMany(l => l.Parts, parts =>
        {
            if (isJson)
                parts.Property(p => p.Name).HasJsonPropertyName("the name's");
            else
                Table(parts, "Parts", isKeyOfOwner);
            parts.OwnsMany(p => p.Bolts, bolts =>
            {
                if (!isJson)
                    Table(bolts, "Bolts", isKeyOfOwner);
            });
        });
        more?.Invoke(lines);
    });

    // SQLite numbers no key of two columns.
    private static void Table<TOwner, TElement>(OwnedNavigationBuilder<TOwner, TElement> list, string name, bool isKeyOfOwner)
        where TOwner : class
        where TElement : class
    {
        list.ToTable(name);
        if (isKeyOfOwner)
            return;
        list.Property<int>("Id");
        list.HasKey("Id");
    }

    public sealed class Order
    {
        public int Id { get; set; }

        public List<Line> Lines { get; set; } = [];
    }

    public sealed class Line
    {
        public string Name { get; set; } = "";

        public Size? Size { get; set; }

        public List<Part> Parts { get; set; } = [];
    }

    public sealed class Size
    {
        public int? Width { get; set; }
    }

    public sealed class Part
    {
        public string Name { get; set; } = "";

        public List<Bolt> Bolts { get; set; } = [];
    }

    public sealed class Bolt
    {
        public int Count { get; set; }
    }
}
