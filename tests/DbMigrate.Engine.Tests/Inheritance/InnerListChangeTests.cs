using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Revisions.Errors;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static DbMigrate.Engine.Tests.Inheritance.Tours;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>A list within an owned type comes or goes, or its elements get a property, where the type becomes JSON or leaves it.</summary>
public sealed class InnerListChangeTests(PostgresServer server)
{
    private const string Unsaid = "copies no rows to Name from Tours.Plan: the scripts do not say that there are any";

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void A_list_that_comes_is_empty_and_one_that_goes_is_named(bool isPostgres, bool isFromJson)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        void Before(ModelBuilder model) => Build(model, isFromJson ? TourPlacement.Json : TourPlacement.Columns, _ => { });
        void After(ModelBuilder model) => Build(model, isFromJson ? TourPlacement.Columns : TourPlacement.Json, p => p.Ignore(x => x.Stops).OwnsMany(x => x.Names));
        var first = Filled(database, Before);
        var conversion = new Conversion(database, first.Recorded, After);
        Assert.Equal(isFromJson ? ["drops Plan.Stops[] in column Tours.Plan with its values", Unsaid] : ["drops table Stops with its rows"], conversion.Losses);
        conversion.Up();
        Assert.Equal(["1 It's \"here\" 0", "2 empty 0", "3", "4  0"], Seen(After));
        conversion.Down();
        Assert.Equal(["1 It's \"here\" 0", "2 empty 0", "3", "4  0"], Seen(Before));

        IEnumerable<string> Seen(Action<ModelBuilder> model)
        {
            using var context = database.Context(model);
            return [.. context.Set<Tour>().OrderBy(t => t.Id).AsEnumerable().Select(t => t.Plan is { } p ? $"{t.Id} {p.Title} {p.Stops.Count + p.Names.Count}" : $"{t.Id}")];
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_list_that_came_to_JSON_without_a_revision_is_named_when_it_leaves(bool isPostgres)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        static void With(ModelBuilder model, TourPlacement placement) => Build(model, placement, p => p.Ignore(x => x.Stops).OwnsMany(x => x.Names));
        var first = Conversion.First(database, m => Build(m, TourPlacement.Json, p => p.Ignore(x => x.Stops)));
        using (var context = database.Context(m => With(m, TourPlacement.Json)))
        {
            context.AddRange(new Tour { Id = 1, Plan = new() { Title = "a", Names = [new() { Text = "b" }] } });
            context.SaveChanges();
        }

        var conversion = new Conversion(database, first.Recorded, m => With(m, TourPlacement.Columns));
        Assert.Equal([Unsaid], conversion.Losses);
        conversion.Up();
        using var after = database.Context(m => With(m, TourPlacement.Columns));
        Assert.Equal(["a 0"], after.Set<Tour>().AsEnumerable().Select(t => $"{t.Plan!.Title} {t.Plan.Names.Count}"));
    }

    [Fact]
    public void A_list_that_somebody_said_is_dropped_is_dropped_and_the_rest_is_copied()
    {
        using var database = FilledDatabase.Create(isPostgres: false, server);
        var first = Filled(database, m => Build(m, TourPlacement.Columns));
        var conversion = new Conversion(database, first.Recorded, m => Build(m, TourPlacement.Json), new() { Renames = [new("Stops", null)] });
        Assert.Equal(["drops table Stops with its rows"], conversion.Losses);
        conversion.Up();
        Assert.Equal(["1 It's \"here\":", "2 empty:", "3", "4 :"], Read(database, m => Build(m, TourPlacement.Json)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_object_with_a_table_for_nothing_but_a_list_takes_it_to_JSON_and_keeps_it_back_from_there(bool isPostgres)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        static void Model(ModelBuilder model, TourPlacement placement) => Build(model, placement, p => p.Ignore(x => x.Title));
        var first = Conversion.First(database, m => Model(m, TourPlacement.Table));
        using (var context = database.Context(m => Model(m, TourPlacement.Table)))
        {
            context.AddRange(new Tour { Id = 1, Plan = new() { Stops = [new() { Count = 2 }, new() { Count = 1 }] } }, new Tour { Id = 2 });
            context.SaveChanges();
        }

        var conversion = new Conversion(database, first.Recorded, m => Model(m, TourPlacement.Json));
        Assert.Equal(["drops table Plans with its rows"], conversion.Losses);
        conversion.Up();
        using (var context = database.Context(m => Model(m, TourPlacement.Json)))
            Assert.Equal(["1 2 1", "2"], context.Set<Tour>().OrderBy(t => t.Id).AsEnumerable().Select(t => string.Join(' ', (t.Plan?.Stops ?? []).Select(s => s.Count).Prepend(t.Id))));
        var back = new Conversion(database, conversion.Recorded, m => Model(m, TourPlacement.Table));
        Assert.Equal(["drops column Tours.Plan with its values"], back.Losses);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Elements_with_a_required_value_that_JSON_has_otherwise_are_kept_back_and_the_rest_is_copied(bool isPostgres)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        static void Model(ModelBuilder model, TourPlacement placement) => Build(model, placement, p => p.OwnsMany(x => x.Stops, s => s.Property<TimeSpan>("Wait")));
        var first = Filled(database, m => Model(m, TourPlacement.Columns));
        var conversion = new Conversion(database, first.Recorded, m => Model(m, TourPlacement.Json));
        Assert.Equal(["copies nothing to Plan.Stops[] in Tours.Plan: there is no value for Plan.Stops[].Wait", "drops table Stops with its rows"], conversion.Losses.Order(StringComparer.Ordinal));
        conversion.Up();
        Assert.Equal(["1 It's \"here\":", "2 empty:", "3", "4 :"], Read(database, m => Model(m, TourPlacement.Json)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_property_that_elements_get_in_JSON_has_its_fill(bool isPostgres)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        static void After(ModelBuilder model) => Build(model, TourPlacement.Json, p => p.OwnsMany(x => x.Stops, s => s.Property<int>("Weight")));
        var first = Filled(database, m => Build(m, TourPlacement.Columns));
        var error = Assert.Throws<DbMigrateException>(() => new Conversion(database, first.Recorded, After));
        Assert.Contains("-Fill @{ 'Tours.Plan.Stops.Weight' = 0 }", error.Action, StringComparison.Ordinal);
        new Conversion(database, first.Recorded, After, new() { Fills = [new("tours.plan.stops.weight", 9, null)] }).Up();
        Assert.Equal(Rows, Read(database, After));
        using var context = database.Context(After);
        Assert.All(context.Set<Tour>().AsEnumerable().SelectMany(t => t.Plan?.Stops ?? []), s => Assert.Equal(9, context.Entry(s).Property("Weight").CurrentValue));
    }
}
