using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Revisions.Errors;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xunit;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>An owned type becomes JSON and gets a property in the same revision, or has one that JSON has otherwise: the rest is copied.</summary>
public sealed class NewJsonPropertyTests(PostgresServer server)
{
    private static readonly string[] Rows = ["1 It's", "2 ", "3"];

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void What_may_be_missing_is_null(bool isPostgres, bool isFromTable)
    {
        using var database = Filled(isPostgres, isFromTable, out var first);
        static void After(ModelBuilder model) => Build(model, s =>
        {
            s.ToJson();
            s.Property<string>("Late");
            s.Property<int?>("Count").HasJsonPropertyName("how many");
            s.Property<bool?>("Open");
        });
        var conversion = new Conversion(database, first.Recorded, After);
        Assert.Empty(conversion.Losses);
        conversion.Up();
        Assert.Equal(Rows, Read(database, After));
        Assert.Equal(["1 ", "2 "], Read(database, After, "Late"));
        Assert.Equal(["1 ", "2 "], Read(database, After, "Count"));
        Assert.Equal(["1 ", "2 "], Read(database, After, "Open"));
        conversion.Down();
        Assert.Equal(Rows, Read(database, m => Before(m, isFromTable)));
    }

    public static TheoryData<bool, Type, object, string> Fills()
    {
        var cases = new TheoryData<bool, Type, object, string>();
        foreach (var isPostgres in new[] { false, true })
        {
            cases.Add(isPostgres, typeof(string), "it's \"new\"", "it's \"new\"");
            cases.Add(isPostgres, typeof(int), "7", "7");
            cases.Add(isPostgres, typeof(bool), true, "True");
            cases.Add(isPostgres, typeof(decimal), 1.5m, "1.5");
            cases.Add(isPostgres, typeof(Guid), "00000000-0000-0000-0000-00000000000a", "00000000-0000-0000-0000-00000000000a");
            cases.Add(isPostgres, typeof(DateOnly), "2020-02-29", "02/29/2020");
            cases.Add(isPostgres, typeof(DateTime), "2026-01-02T03:04:05Z", "01/02/2026 03:04:05");
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Fills))]
    public void What_is_required_gets_a_fill(bool isPostgres, Type type, object value, string seen)
    {
        using var database = Filled(isPostgres, isTable: false, out var first);
        void After(ModelBuilder model) => Build(model, s =>
        {
            s.ToJson("spot");
            s.Property(type, "Late").IsRequired();
        });
        Fills(database, first, After, new("Places.spot.Late", value, null)).Up();
        Assert.Equal(["1 " + seen, "2 " + seen], Read(database, After, "Late"));
        Assert.Equal(Rows, Read(database, After));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_fill_may_be_an_expression_over_the_columns_that_were_there(bool isPostgres)
    {
        using var database = Filled(isPostgres, isTable: false, out var first);
        static void After(ModelBuilder model) => Build(model, s =>
        {
            s.ToJson();
            s.Property<string>("Late");
        });
        Fills(database, first, After, new("places.SPOT.late", null, "upper(\"Spot_Label\")")).Up();
        Assert.Equal(["1 IT'S", "2 "], Read(database, After, "Late"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_required_one_without_a_fill_is_asked_for_by_its_name_in_the_column(bool isFromTable)
    {
        using var database = Filled(isPostgres: false, isFromTable, out var first);
        static void After(ModelBuilder model) => Build(model, s =>
        {
            s.ToJson();
            s.Property<int>("Late").HasJsonPropertyName("otherwise");
        });
        var error = Assert.Throws<DbMigrateException>(() => new Conversion(database, first.Recorded, After));
        Assert.Equal(ErrorCatalogue.FillRequired, error.Kind);
        Assert.Contains("-Fill @{ 'Places.Spot.Late' = 0 }", error.Action, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Places.Spot.Late", "many", "'many' is no Int32")]
    [InlineData("Places.Spot.Later", "1", "the model has no such column")]
    public void A_fill_that_fits_nothing_is_refused(string key, string value, string reason)
    {
        using var database = Filled(isPostgres: false, isTable: false, out var first);
        static void After(ModelBuilder model) => Build(model, s =>
        {
            s.ToJson();
            s.Property<int?>("Late");
        });
        var error = Assert.Throws<DbMigrateException>(() => Fills(database, first, After, new(key, value, null)));
        Assert.Equal(ErrorCatalogue.FillInvalid, error.Kind);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_type_that_JSON_has_otherwise_is_named_and_the_rest_is_copied(bool isPostgres)
    {
        using var database = Filled(isPostgres, isTable: false, out var first, s => s.Property<byte[]>("Photo"));
        static void After(ModelBuilder model) => Build(model, s =>
        {
            s.ToJson();
            s.Property<byte[]>("Photo");
        });
        var conversion = new Conversion(database, first.Recorded, After);
        Assert.Equal(["drops column Places.Spot_Photo with its values"], conversion.Losses);
        conversion.Up();
        Assert.Equal(Rows, Read(database, After));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_required_one_of_a_type_that_JSON_has_otherwise_keeps_all_back(bool isPostgres)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        static void Photo(ModelBuilder model, bool isJson) => Build(model, s =>
        {
            if (isJson)
                s.ToJson();
            s.Property<byte[]>("Photo").IsRequired();
        });
        var first = Conversion.First(database, m => Photo(m, isJson: false));
        var conversion = new Conversion(database, first.Recorded, m => Photo(m, isJson: true));
        Assert.Equal(
            ["copies nothing to Places.Spot: there is no value for Spot.Photo", "drops column Places.Spot_Label with its values", "drops column Places.Spot_Photo with its values"],
            conversion.Losses.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("UPDATE", conversion.Script[..conversion.Script.IndexOf("void Down", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    private FilledDatabase Filled(bool isPostgres, bool isTable, out Conversion first, Action<OwnedNavigationBuilder<Place, Spot>>? more = null)
    {
        var database = FilledDatabase.Create(isPostgres, server);
        void Model(ModelBuilder model) => Before(model, isTable, more);
        first = Conversion.First(database, Model);
        using var context = database.Context(Model);
        context.AddRange(new Place { Id = 1, Spot = new() { Label = "It's" } }, new Place { Id = 2, Spot = new() { Label = "" } }, new Place { Id = 3 });
        context.SaveChanges();
        return database;
    }

    private static Conversion Fills(FilledDatabase database, Conversion first, Action<ModelBuilder> model, FillDecision fill)
        => new(database, first.Recorded, model, new() { Fills = [fill] });

    private static void Before(ModelBuilder model, bool isTable, Action<OwnedNavigationBuilder<Place, Spot>>? more = null) => Build(model, s =>
    {
        if (isTable)
            s.ToTable("Spots");
        more?.Invoke(s);
    });

    private static void Build(ModelBuilder model, Action<OwnedNavigationBuilder<Place, Spot>> more) => model.Entity<Place>().ToTable("Places").OwnsOne(p => p.Spot, more);

    private static IEnumerable<string> Read(FilledDatabase database, Action<ModelBuilder> model)
    {
        using var context = database.Context(model);
        return [.. context.Set<Place>().OrderBy(p => p.Id).AsEnumerable().Select(p => p.Spot is { } spot ? $"{p.Id} {spot.Label}" : $"{p.Id}")];
    }

    private static IEnumerable<string> Read(FilledDatabase database, Action<ModelBuilder> model, string property)
    {
        using var context = database.Context(model);
        return [.. context.Set<Place>().OrderBy(p => p.Id).AsEnumerable().Where(p => p.Spot is not null)
            .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Id} {context.Entry(p).Reference(x => x.Spot).TargetEntry!.Property(property).CurrentValue}"))];
    }

    private sealed class Place
    {
        public int Id { get; set; }

        public Spot? Spot { get; set; }
    }

    private sealed class Spot
    {
        public string? Label { get; set; }
    }
}
