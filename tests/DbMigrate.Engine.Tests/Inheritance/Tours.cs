using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>Tours with a plan, which has a list of stops.</summary>
internal static class Tours
{
    public static readonly string[] Rows =
    [
        "1 It's \"here\": 2 b True 0.5 2026-01-02T03:04:05.678 2020-02-29 00000000-0000-0000-0000-00000000000a; 1  False -1200.25 0001-01-02T00:00:00.000 0001-01-01 00000000-0000-0000-0000-000000000000; 3 It's \"x\" True 0 2026-12-31T23:59:59.000 0001-01-01 00000000-0000-0000-0000-000000000000",
        "2 empty:",
        "3",
        "4 : 4 last False 1 2026-01-01T00:00:00.000 0001-01-01 00000000-0000-0000-0000-000000000000",
    ];

    public static Conversion Filled(FilledDatabase database, Action<ModelBuilder> model)
    {
        var first = Conversion.First(database, model);
        using var context = database.Context(model);
        List<Stop> stops =
        [
            new() { Count = 2, Text = "b", Done = true, Price = 0.5m, Since = Moment("2026-01-02T03:04:05.678Z"), Day = new(2020, 2, 29), Token = new(0, 0, 0, [0, 0, 0, 0, 0, 0, 0, 10]) },
            new() { Count = 1, Price = -1200.25m, Since = Moment("0001-01-02T00:00:00Z") },
            new() { Count = 3, Text = "It's \"x\"", Done = true, Since = Moment("2026-12-31T23:59:59Z") },
        ];
        context.AddRange(
            new Tour { Id = 1, Plan = new() { Title = "It's \"here\"", Stops = stops } },
            new Tour { Id = 2, Plan = new() { Title = "empty" } },
            new Tour { Id = 3 },
            new Tour { Id = 4, Plan = new() { Stops = [new() { Count = 4, Text = "last", Price = 1, Since = Moment("2026-01-01T00:00:00Z") }] } });
        context.SaveChanges();
        return first;
    }

    public static IEnumerable<string> Read(FilledDatabase database, Action<ModelBuilder> model)
    {
        using var context = database.Context(model);
        return
        [
            .. context.Set<Tour>().OrderBy(t => t.Id).AsEnumerable().Select(t => t.Plan is not { } p ? $"{t.Id}"
                : $"{t.Id} {p.Title}:" + string.Join(";", context.InOrder(p.Stops).Select(s => string.Create(CultureInfo.InvariantCulture, $" {s.Count} {s.Text} {s.Done} {s.Price:0.##} {s.Since:yyyy-MM-ddTHH:mm:ss.fff} {s.Day:O} {s.Token}")))),
        ];
    }

    public static void Build(ModelBuilder model, TourPlacement placement, Action<OwnedNavigationBuilder<Tour, Plan>>? more = null) => model.Entity<Tour>().ToTable("Tours").OwnsOne(t => t.Plan, plan =>
    {
        if (placement == TourPlacement.Json)
            plan.ToJson();
        if (placement == TourPlacement.Table)
            plan.ToTable("Plans");
        plan.Property(p => p.Title).IsRequired();
        plan.OwnsMany(p => p.Stops, stops =>
        {
            if (placement == TourPlacement.Json)
            {
                stops.HasJsonPropertyName("the stop's");
                stops.Property(s => s.Text).HasJsonPropertyName("the text's");
                return;
            }

            stops.ToTable("Stops").Property<int>("Id");
            stops.HasKey("Id");
        });
        plan.Ignore(p => p.Names);
        more?.Invoke(plan);
    });

    private static DateTime Moment(string text) => DateTime.Parse(text, null, DateTimeStyles.AdjustToUniversal);

    public sealed class Tour
    {
        public int Id { get; set; }

        public Plan? Plan { get; set; }
    }

    public sealed class Plan
    {
        public string Title { get; set; } = "";

        public List<Stop> Stops { get; set; } = [];

        public List<Name> Names { get; set; } = [];
    }

    public sealed class Stop
    {
        public int Count { get; set; }

        public string? Text { get; set; }

        public bool Done { get; set; }

        public decimal Price { get; set; }

        public DateTime Since { get; set; }

        public DateOnly Day { get; set; }

        public Guid Token { get; set; }
    }

    public sealed class Name
    {
        public string? Text { get; set; }
    }
}

/// <summary>Where the object with the list is.</summary>
public enum TourPlacement
{
    /// <summary>In columns of its owner.</summary>
    Columns,

    /// <summary>In a table of its own.</summary>
    Table,

    /// <summary>In JSON.</summary>
    Json,
}
