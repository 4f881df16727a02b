using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>Shelves with a box, and racks with several, which have lists of plain values.</summary>
internal static class Shelves
{
    public static readonly string[] Rows =
    [
        "1 7 [It's \"x\"|null||{a,b}] [3|-1] [True|False] [0.5|1200.25] [1|null] [2026-01-02T03:04:05.678|0001-01-02T00:00:00.000] [00000000-0000-0000-0000-00000000000a] [2020-02-29] [1.25]",
        "2 8 [] [] [] [] [] [] [] [] []",
        "3 9 [null] [0] - - - - - - -",
        "4",
    ];

    public static Conversion Filled(FilledDatabase database, Action<ModelBuilder> model)
    {
        var first = Conversion.First(database, model);
        using var context = database.Context(model);
        List<Box> boxes =
        [
            new()
            {
                Size = 7, Tags = ["It's \"x\"", null, "", "{a,b}"], Counts = [3, -1], Flags = [true, false], Prices = [0.5m, 1200.25m], Maybe = [1, null],
                Moments = [Moment("2026-01-02T03:04:05.678Z"), Moment("0001-01-02T00:00:00Z")], Tokens = [new(0, 0, 0, [0, 0, 0, 0, 0, 0, 0, 10])], Days = [new(2020, 2, 29)], Rates = [1.25],
            },
            new() { Size = 8, Flags = [], Prices = [], Maybe = [], Moments = [], Tokens = [], Days = [], Rates = [] },
            new() { Size = 9, Tags = [null], Counts = [0] },
        ];
        if (context.Model.FindEntityType(typeof(Rack)) is not null)
            context.AddRange(boxes.Select((b, n) => new Rack { Id = n + 1, Boxes = [b] }));
        else
            context.AddRange(boxes.Select((b, n) => new Shelf { Id = n + 1, Box = b }).Append(new Shelf { Id = 4 }));
        context.SaveChanges();
        return first;
    }

    public static IEnumerable<string> Read(FilledDatabase database, Action<ModelBuilder> model)
    {
        using var context = database.Context(model);
        return context.Model.FindEntityType(typeof(Rack)) is not null
            ? [.. context.Set<Rack>().OrderBy(r => r.Id).AsEnumerable().SelectMany(r => r.Boxes.Select(b => $"{r.Id}{Text(b)}"))]
            : [.. context.Set<Shelf>().OrderBy(s => s.Id).AsEnumerable().Select(s => $"{s.Id}{(s.Box is { } b ? Text(b) : "")}")];
    }

    public static string Text(Box b)
        => $" {b.Size} [{Text(b.Tags)}] [{Text(b.Counts)}] {All(b.Flags)} {All(b.Prices)} {All(b.Maybe)} {All(b.Moments)} {All(b.Tokens)} {All(b.Days)} {All(b.Rates)}";

    public static string All<T>(IEnumerable<T>? values) => values is null ? "-" : $"[{Text(values)}]";

    public static string Text<T>(IEnumerable<T> values) => string.Join("|", values.Select(v => v switch
    {
        null => "null",
        decimal number => number.ToString("0.##", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{v}"),
    }));

    private static DateTime Moment(string text) => DateTime.Parse(text, null, DateTimeStyles.AdjustToUniversal);

    public static void Build(ModelBuilder model, BoxPlacement other, bool isJson, Action<OwnedNavigationBuilder<Shelf, Box>>? more = null)
    {
        if (other == BoxPlacement.Rows)
        {
            model.Entity<Rack>().ToTable("Racks").OwnsMany(r => r.Boxes, boxes =>
            {
                if (isJson)
                {
                    boxes.ToJson();
                }
                else
                {
                    boxes.ToTable("Boxes").Property<int>("Id");
                    boxes.HasKey("Id");
                }
            });
            return;
        }

        model.Entity<Shelf>().ToTable("Shelves").OwnsOne(s => s.Box, box =>
        {
            if (isJson)
                box.ToJson();
            else if (other == BoxPlacement.Table)
                box.ToTable("Boxes");
            more?.Invoke(box);
        });
    }

    public sealed class Shelf
    {
        public int Id { get; set; }

        public Box? Box { get; set; }
    }

    public sealed class Rack
    {
        public int Id { get; set; }

        public List<Box> Boxes { get; set; } = [];
    }

    public sealed class Box
    {
        public int Size { get; set; }

        public List<string?> Tags { get; set; } = [];

        public int[] Counts { get; set; } = [];

        public List<bool>? Flags { get; set; }

        public List<decimal>? Prices { get; set; }

        public List<int?>? Maybe { get; set; }

        public List<DateTime>? Moments { get; set; }

        public Guid[]? Tokens { get; set; }

        public List<DateOnly>? Days { get; set; }

        public double[]? Rates { get; set; }
    }
}

/// <summary>Where the owned type is if not in JSON.</summary>
public enum BoxPlacement
{
    /// <summary>In columns of its owner.</summary>
    Columns,

    /// <summary>In a table of its own.</summary>
    Table,

    /// <summary>In a table, many of an owner.</summary>
    Rows,
}
