using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static DbMigrate.Engine.Tests.Inheritance.Tours;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>An owned type with a list of others goes with it from columns, or a table of its own, to JSON, and comes back; the list has a table of its own.</summary>
public sealed class InnerListTests(PostgresServer server)
{
    public static TheoryData<bool, TourPlacement, bool> Placements() => BothWays.Of(Enum.GetValues<TourPlacement>().Except([TourPlacement.Json]));

    [Theory]
    [MemberData(nameof(Placements))]
    public void A_list_goes_to_JSON_within_its_owner_and_back(bool isPostgres, TourPlacement other, bool isFromJson)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        void From(ModelBuilder model) => Build(model, isFromJson ? TourPlacement.Json : other);
        void To(ModelBuilder model) => Build(model, isFromJson ? other : TourPlacement.Json);
        var first = Filled(database, From);
        Assert.Equal(Rows, Read(database, From));
        var conversion = new Conversion(database, first.Recorded, To);
        Assert.Empty(conversion.Losses);
        Assert.Empty(conversion.Warnings);
        Assert.Contains("\"Plan.Title\", \"Plan.Stops[{}] = Stop = the stop's\", \"Plan.Stops[].Count\"", conversion.Script, StringComparison.Ordinal);
        conversion.Up();
        Assert.Equal(Rows, Read(database, To));
        conversion.Down();
        Assert.Equal(Rows, Read(database, From));
        if (isFromJson)
            conversion.Up();
        Assert.Equal(["1", "2", "3", "4"], database.Query("SELECT \"Id\" FROM \"Stops\" ORDER BY 1"));

        // The database numbers on behind them.
        void Table(ModelBuilder model) => Build(model, other);
        using var context = database.Context(Table);
        context.Set<Tour>().Single(t => t.Id == 2).Plan!.Stops.Add(new() { Text = "new" });
        context.SaveChanges();
        Assert.Equal(["5"], database.Query("SELECT \"Id\" FROM \"Stops\" WHERE \"Text\" = 'new'"));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void An_object_with_nothing_but_a_list_takes_it_along(bool isPostgres, bool isFromJson)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        static void Model(ModelBuilder model, bool isJson)
        {
            Build(model, isJson ? TourPlacement.Json : TourPlacement.Columns, p => p.Ignore(x => x.Title));
            model.Entity<Tour>().Navigation(t => t.Plan).IsRequired();
        }

        var first = Conversion.First(database, m => Model(m, isFromJson));
        using (var context = database.Context(m => Model(m, isFromJson)))
        {
            context.AddRange(new Tour { Id = 1, Plan = new() { Stops = [new() { Count = 2 }, new() { Count = 1 }] } }, new Tour { Id = 2, Plan = new() });
            context.SaveChanges();
        }

        var conversion = new Conversion(database, first.Recorded, m => Model(m, !isFromJson));
        Assert.Empty(conversion.Losses);
        conversion.Up();
        Assert.Equal(["1: 2 1", "2:"], Counts(!isFromJson));
        conversion.Down();
        Assert.Equal(["1: 2 1", "2:"], Counts(isFromJson));

        IEnumerable<string> Counts(bool isJson)
        {
            using var context = database.Context(m => Model(m, isJson));
            return [.. context.Set<Tour>().OrderBy(t => t.Id).AsEnumerable().Select(t => $"{t.Id}:" + string.Concat(context.InOrder(t.Plan!.Stops).Select(s => $" {s.Count}")))];
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_JSON_lacks_is_no_row(bool isPostgres)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        var first = Filled(database, m => Build(m, TourPlacement.Json));
        database.Query($"UPDATE \"Tours\" SET \"Plan\" = '{{\"Title\": \"a\", \"the stop''s\": null}}' WHERE \"Id\" = 1");
        database.Query("UPDATE \"Tours\" SET \"Plan\" = '{\"Title\": \"b\"}' WHERE \"Id\" = 4");
        new Conversion(database, first.Recorded, m => Build(m, TourPlacement.Columns)).Up();
        Assert.Equal(["1 a:", "2 empty:", "3", "4 b:"], Read(database, m => Build(m, TourPlacement.Columns)));
    }
}
