using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Revisions.Errors;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>JSON with lists of objects that stays JSON, in a column with another name, or with its entity in another table, is copied as it is.</summary>
public sealed class JsonMoveTests(PostgresServer server)
{
    private static readonly string[] Rows = ["1", "2 It's \"x\": 2 a, 1 b; 7", "3 :"];

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void A_column_with_another_name_is_a_rename_that_is_asked_for(bool isPostgres, bool isBack)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        void Before(ModelBuilder model) => Build(model, isBack ? "the plan" : null);
        void After(ModelBuilder model) => Build(model, isBack ? null : "the plan");
        var first = Filled(database, Before);
        var (from, to) = isBack ? ("the plan", "Plan") : ("Plan", "the plan");
        var error = Assert.Throws<DbMigrateException>(() => new Conversion(database, first.Recorded, After));
        Assert.Contains("same property Plan", error.Message, StringComparison.Ordinal);
        Assert.Contains($"-Rename @{{ 'Trips.{from}' = '{to}' }}", error.Action, StringComparison.Ordinal);
        AssertCopies(database, first, Before, After, new() { Renames = [new($"Trips.{from}", to)] });
    }

    [Theory]
    [InlineData(false, false, null)]
    [InlineData(true, false, null)]
    [InlineData(false, true, null)]
    [InlineData(true, true, null)]
    [InlineData(false, false, "the plan")]
    [InlineData(true, false, "the plan")]
    [InlineData(false, true, "the plan")]
    [InlineData(true, true, "the plan")]
    public void A_column_goes_with_its_type_to_another_table(bool isPostgres, bool isAlone, string? name)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        void Before(ModelBuilder model) => Build(model, null, isAlone);
        void After(ModelBuilder model) => Build(model, name, !isAlone);
        AssertCopies(database, Filled(database, Before), Before, After, new());
    }

    private static void AssertCopies(FilledDatabase database, Conversion first, Action<ModelBuilder> before, Action<ModelBuilder> after, DiffDecisions decisions)
    {
        var conversion = new Conversion(database, first.Recorded, after, decisions);
        Assert.DoesNotContain(conversion.Losses, l => l.Contains("plan", StringComparison.OrdinalIgnoreCase));
        conversion.Up();
        Assert.Equal(Rows, Read(database, after));
        conversion.Down();
        Assert.Equal(Rows, Read(database, before));
    }

    private static Conversion Filled(FilledDatabase database, Action<ModelBuilder> model)
    {
        var first = Conversion.First(database, model);
        using var context = database.Context(model);
        context.AddRange(
            new Trip { Id = 1 },
            new Tour { Id = 2, Plan = new() { Title = "It's \"x\"", Stops = [new() { Count = 2, Text = "a" }, new() { Count = 1, Text = "b" }], Size = new() { Width = 7 } } },
            new Tour { Id = 3, Plan = new() });
        context.SaveChanges();
        return first;
    }

    private static IEnumerable<string> Read(FilledDatabase database, Action<ModelBuilder> model)
    {
        using var context = database.Context(model);
        return [.. context.Set<Trip>().AsEnumerable().Union(context.Set<Tour>()).OrderBy(t => t.Id).Select(t => t is Tour tour ? $"{t.Id} {Text(tour.Plan)}" : $"{t.Id}")];
    }

    private static string Text(Plan? plan)
        => plan is null ? "" : $"{plan.Title}:{string.Join(",", plan.Stops.Select(s => $" {s.Count} {s.Text}"))}" + (plan.Size is { } size ? $"; {size.Width}" : "");

    private static void Build(ModelBuilder model, string? name, bool isAlone = false)
    {
        model.Entity<Trip>().ToTable("Trips");
        var tour = model.Entity<Tour>();
        if (isAlone)
            tour.ToTable("Tours").HasBaseType((Type?)null);
        tour.OwnsOne(t => t.Plan, plan =>
        {
            plan.ToJson(name ?? "Plan");
            plan.OwnsMany(p => p.Stops);
            plan.OwnsOne(p => p.Size);
        });
    }

    private class Trip
    {
        public int Id { get; set; }
    }

    private sealed class Tour : Trip
    {
        public Plan? Plan { get; set; }
    }

    private sealed class Plan
    {
        public string Title { get; set; } = "";

        public List<Stop> Stops { get; set; } = [];

        public Size? Size { get; set; }
    }

    private sealed class Stop
    {
        public int Count { get; set; }

        public string? Text { get; set; }
    }

    private sealed class Size
    {
        public int Width { get; set; }
    }
}
