using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DbMigrate.Revisions.Errors;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xunit;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>Lists of plain values in an owned type go with it to JSON, and come back: text of JSON on SQLite, arrays on PostgreSQL.</summary>
public sealed class ArrayJsonCaseTests(PostgresServer server)
{
    private static readonly string[] Rows =
    [
        "1 7 [It's \"x\"|null||{a,b}] [3|-1] [True|False] [0.5|1200.25] [1|null] [2026-01-02T03:04:05.678|0001-01-02T00:00:00.000] [00000000-0000-0000-0000-00000000000a] [2020-02-29] [1.25]",
        "2 8 [] [] [] [] [] [] [] [] []",
        "3 9 [null] [0] - - - - - - -",
        "4",
    ];

    public static TheoryData<bool, Placement, bool> Placements()
    {
        var cases = new TheoryData<bool, Placement, bool>();
        foreach (var isPostgres in new[] { false, true })
        {
            foreach (var placement in Enum.GetValues<Placement>())
            {
                cases.Add(isPostgres, placement, false);
                cases.Add(isPostgres, placement, true);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Placements))]
    public void Lists_go_to_JSON_and_back(bool isPostgres, Placement other, bool isFromJson)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        void From(ModelBuilder model) => Build(model, other, isFromJson);
        void To(ModelBuilder model) => Build(model, other, !isFromJson);
        var first = Filled(database, From);
        var rows = other == Placement.Rows ? Rows[..3] : Rows;
        Assert.Equal(rows, Read(database, From));
        var conversion = new Conversion(database, first.Recorded, To);
        Assert.Empty(conversion.Losses);
        conversion.Up();
        Assert.Equal(rows, Read(database, To));
        conversion.Down();
        Assert.Equal(rows, Read(database, From));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_list_that_JSON_gets_is_null_or_has_its_fill(bool isPostgres)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        static void Before(ModelBuilder model) => Build(model, Placement.Columns, isJson: false, b => b.Ignore(x => x.Flags).Ignore(x => x.Tags));
        static void After(ModelBuilder model) => Build(model, Placement.Columns, isJson: true);
        var first = Filled(database, Before);
        Assert.Equal(ErrorCatalogue.FillRequired, Assert.Throws<DbMigrateException>(() => new Conversion(database, first.Recorded, After)).Kind);
        new Conversion(database, first.Recorded, After, new() { Fills = [new("Shelves.Box.Tags", "[\"a\",null]", null)] }).Up();
        using var context = database.Context(After);
        Assert.Equal(["1 a|null null", "2 a|null null", "3 a|null null", "4"], context.Set<Shelf>().OrderBy(s => s.Id).AsEnumerable().Select(s => s.Box is { } b ? $"{s.Id} {Text(b.Tags)} {(b.Flags is null ? "null" : "")}" : $"{s.Id}"));
    }

    [Fact]
    public void A_list_whose_values_JSON_has_otherwise_is_named_and_the_rest_is_copied()
    {
        using var database = FilledDatabase.Create(isPostgres: true, server);
        static void Model(ModelBuilder model, bool isJson) => Build(model, Placement.Columns, isJson, b => b.Property<List<TimeSpan>?>("Spans"));
        var first = Filled(database, m => Model(m, isJson: false));
        var conversion = new Conversion(database, first.Recorded, m => Model(m, isJson: true));
        Assert.Equal(["drops column Shelves.Box_Spans with its values"], conversion.Losses);
        conversion.Up();
        Assert.Equal(Rows, Read(database, m => Model(m, isJson: true)));
    }

    private static Conversion Filled(FilledDatabase database, Action<ModelBuilder> model)
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

    private static IEnumerable<string> Read(FilledDatabase database, Action<ModelBuilder> model)
    {
        using var context = database.Context(model);
        return context.Model.FindEntityType(typeof(Rack)) is not null
            ? [.. context.Set<Rack>().OrderBy(r => r.Id).AsEnumerable().SelectMany(r => r.Boxes.Select(b => $"{r.Id}{Text(b)}"))]
            : [.. context.Set<Shelf>().OrderBy(s => s.Id).AsEnumerable().Select(s => $"{s.Id}{(s.Box is { } b ? Text(b) : "")}")];
    }

    private static string Text(Box b)
        => $" {b.Size} [{Text(b.Tags)}] [{Text(b.Counts)}] {All(b.Flags)} {All(b.Prices)} {All(b.Maybe)} {All(b.Moments)} {All(b.Tokens)} {All(b.Days)} {All(b.Rates)}";

    private static string All<T>(IEnumerable<T>? values) => values is null ? "-" : $"[{Text(values)}]";

    private static string Text<T>(IEnumerable<T> values) => string.Join("|", values.Select(v => v switch
    {
        null => "null",
        decimal number => number.ToString("0.##", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{v}"),
    }));

    private static DateTime Moment(string text) => DateTime.Parse(text, null, DateTimeStyles.AdjustToUniversal);

    private static void Build(ModelBuilder model, Placement other, bool isJson, Action<OwnedNavigationBuilder<Shelf, Box>>? more = null)
    {
        if (other == Placement.Rows)
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
            else if (other == Placement.Table)
                box.ToTable("Boxes");
            more?.Invoke(box);
        });
    }

    /// <summary>Where the owned type is if not in JSON.</summary>
    public enum Placement
    {
        /// <summary>In columns of its owner.</summary>
        Columns,

        /// <summary>In a table of its own.</summary>
        Table,

        /// <summary>In a table, many of an owner.</summary>
        Rows,
    }

    private sealed class Shelf
    {
        public int Id { get; set; }

        public Box? Box { get; set; }
    }

    private sealed class Rack
    {
        public int Id { get; set; }

        public List<Box> Boxes { get; set; } = [];
    }

    private sealed class Box
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
