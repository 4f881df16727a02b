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

/// <summary>A list of an owned type goes from a table of its own to JSON in its owner's, and comes back.</summary>
public sealed class JsonListCaseTests(PostgresServer server)
{
    private static readonly string[] Rows =
    [
        "1: 3 It's \"x\" True 0.5 2026-01-02T03:04:05.678; 1  False 0 0001-01-02T00:00:00.000; 2 c True -1.25 2026-12-31T23:59:59.000",
        "2:",
        "3: 1 last False 1 2026-01-01T00:00:00.000",
    ];

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(true, true, false)]
    [InlineData(true, false, true)]
    [InlineData(true, true, true)]
    public void Elements_go_to_JSON_or_to_rows_and_back_in_their_order(bool isPostgres, bool isFromJson, bool isKeyOfTwo)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        void Model(ModelBuilder model, bool isJson) => Build(model, isJson, isJson || isKeyOfTwo ? _ => { } : KeyOfOne);
        var first = Filled(database, m => Model(m, isFromJson));
        var conversion = new Conversion(database, first.Recorded, m => Model(m, !isFromJson));
        Assert.Empty(conversion.Losses);
        Assert.Empty(conversion.Warnings);
        conversion.Up();
        Assert.Equal(Rows, Read(database, m => Model(m, !isFromJson)));
        conversion.Down();
        Assert.Equal(Rows, Read(database, m => Model(m, isFromJson)));
        if (isFromJson)
            conversion.Up();
        Assert.Equal(["1|1", "1|2", "1|3", "3|4"], database.Query("SELECT \"OrderId\", \"Id\" FROM \"Lines\" ORDER BY 2"));

        // The database numbers on behind them.
        using var context = database.Context(m => Model(m, isJson: false));
        context.Set<Order>().Single(o => o.Id == 2).Lines.Add(new() { Text = "new" });
        context.SaveChanges();
        Assert.Equal(["2|5"], database.Query("SELECT \"OrderId\", \"Id\" FROM \"Lines\" WHERE \"OrderId\" = 2"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_owner_without_elements_has_an_empty_list_as_EF_Core_writes_it(bool isPostgres)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        var first = Filled(database, m => Build(m, isJson: false, KeyOfOne));
        new Conversion(database, first.Recorded, m => Build(m, isJson: true, _ => { })).Up();
        Assert.Equal(["[]"], database.Query("SELECT \"Lines\" FROM \"Orders\" WHERE \"Id\" = 2"));
        using (var context = database.Context(m => Build(m, isJson: true, _ => { })))
        {
            context.Add(new Order { Id = 9 });
            context.SaveChanges();
        }

        Assert.Equal(["[]"], database.Query("SELECT \"Lines\" FROM \"Orders\" WHERE \"Id\" = 9"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_list_that_is_NULL_has_no_rows(bool isPostgres)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        var first = Filled(database, m => Build(m, isJson: true, _ => { }));
        database.Query("UPDATE \"Orders\" SET \"Lines\" = NULL WHERE \"Id\" = 3");
        new Conversion(database, first.Recorded, m => Build(m, isJson: false, KeyOfOne)).Up();
        Assert.Equal([.. Rows[..2], "3:"], Read(database, m => Build(m, isJson: false, KeyOfOne)));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void A_property_that_comes_is_null_or_has_its_fill_and_one_that_goes_is_named(bool isPostgres, bool isToJson)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        void Before(ModelBuilder model) => Build(model, !isToJson, l =>
        {
            if (isToJson)
                KeyOfOne(l);
            l.Property<string>("Gone");
        });
        void After(ModelBuilder model) => Build(model, isToJson, l =>
        {
            if (!isToJson)
                KeyOfOne(l);
            l.Property<int>("Weight");
            l.Property<string>("Note");
        });
        var first = Filled(database, Before);
        var key = isToJson ? "Orders.Lines.Weight" : "Lines.Weight";
        Assert.Equal(ErrorCatalogue.FillRequired, Assert.Throws<DbMigrateException>(() => new Conversion(database, first.Recorded, After)).Kind);
        var conversion = new Conversion(database, first.Recorded, After, new() { Fills = [new(key, 7, null)] });
        Assert.Equal([isToJson ? "drops column Lines.Gone with its values" : "drops Lines[].Gone in column Orders.Lines with its values"], conversion.Losses);
        conversion.Up();
        Assert.Equal(Rows, Read(database, After));
        using (var context = database.Context(After))
        {
            var lines = context.Set<Order>().AsEnumerable().SelectMany(o => context.Entry(o).Collection(x => x.Lines).CurrentValue!.Select(l => context.Entry(o).Collection(x => x.Lines).FindEntry(l)!)).ToList();
            Assert.Equal(4, lines.Count);
            Assert.All(lines, l => Assert.Equal((7, null), (l.Property("Weight").CurrentValue, l.Property("Note").CurrentValue)));
        }

        conversion.Down();
        Assert.Equal(Rows, Read(database, Before));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_key_that_is_a_property_keeps_its_values(bool isPostgres)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        static void Model(ModelBuilder model, bool isJson) => Build(model, isJson, l =>
        {
            if (!isJson)
                l.HasKey("OrderId", nameof(Line.Count));
        });
        var first = Filled(database, m => Model(m, isJson: false));
        var conversion = new Conversion(database, first.Recorded, m => Model(m, isJson: true));
        conversion.Up();
        string[] ordered = ["1: 1 ", "1: 2 c", "1: 3 It's \"x\"", "3: 1 last"];
        Assert.Equal(ordered, Lines(isJson: true));
        conversion.Down();
        Assert.Equal(ordered, Lines(isJson: false));
        conversion.Up();
        var back = new Conversion(database, conversion.Recorded, m => Model(m, isJson: false));
        Assert.Equal(["takes the key of Lines from JSON, which fails where two of its rows have the same"], back.Warnings);
        Assert.Empty(back.Losses);

        IEnumerable<string> Lines(bool isJson)
        {
            using var context = database.Context(m => Model(m, isJson));
            return [.. context.Set<Order>().OrderBy(o => o.Id).AsEnumerable().SelectMany(o => (isJson ? o.Lines : [.. o.Lines.OrderBy(l => l.Count)]).Select(l => $"{o.Id}: {l.Count} {l.Text}"))];
        }
    }

    [Fact]
    public void A_key_that_nothing_in_JSON_gives_is_named_and_no_row_is_copied()
    {
        using var database = FilledDatabase.Create(isPostgres: false, server);
        var first = Filled(database, m => Build(m, isJson: true, _ => { }));
        var conversion = new Conversion(database, first.Recorded, m => Build(m, isJson: false, l =>
        {
            l.Property<Guid>("Token");
            l.HasKey("Token");
        }));
        Assert.Equal(["copies no rows to Lines from Orders.Lines: nothing there is their key", "drops column Orders.Lines with its values"], conversion.Losses.Order(StringComparer.Ordinal));
        conversion.Up();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_table_that_somebody_said_is_dropped_is_dropped(bool isJson)
    {
        using var database = FilledDatabase.Create(isPostgres: false, server);
        var first = Filled(database, m => Build(m, isJson, isJson ? _ => { } : KeyOfOne));
        var conversion = new Conversion(database, first.Recorded, m => Build(m, !isJson, isJson ? KeyOfOne : _ => { }), new() { Renames = [new(isJson ? "Orders.Lines" : "Lines", null)] });
        Assert.Equal([isJson ? "drops column Orders.Lines with its values" : "drops table Lines with its rows"], conversion.Losses);
    }

    private static Conversion Filled(FilledDatabase database, Action<ModelBuilder> model)
    {
        var first = Conversion.First(database, model);
        using var context = database.Context(model);
        context.AddRange(
            new Order
            {
                Id = 1,
                Lines =
                [
                    new() { Count = 3, Text = "It's \"x\"", Done = true, Price = 0.5m, Since = Moment("2026-01-02T03:04:05.678Z") },
                    new() { Count = 1, Since = Moment("0001-01-02T00:00:00Z") },
                    new() { Count = 2, Text = "c", Done = true, Price = -1.25m, Since = Moment("2026-12-31T23:59:59Z") },
                ],
            },
            new Order { Id = 2 },
            new Order { Id = 3, Lines = [new() { Count = 1, Text = "last", Price = 1, Since = Moment("2026-01-01T00:00:00Z") }] });
        context.SaveChanges();
        return first;
    }

    private static IEnumerable<string> Read(FilledDatabase database, Action<ModelBuilder> model)
    {
        using var context = database.Context(model);
        return [.. context.Set<Order>().OrderBy(o => o.Id).AsEnumerable().Select(o => $"{o.Id}:" + string.Join(";", context.InOrder(o.Lines).Select(l => string.Create(CultureInfo.InvariantCulture, $" {l.Count} {l.Text} {l.Done} {l.Price:0.##} {l.Since:yyyy-MM-ddTHH:mm:ss.fff}"))))];
    }

    private static DateTime Moment(string text) => DateTime.Parse(text, null, DateTimeStyles.AdjustToUniversal);

    private static void Build(ModelBuilder model, bool isJson, Action<OwnedNavigationBuilder<Order, Line>> more) => model.Entity<Order>().ToTable("Orders").OwnsMany(o => o.Lines, lines =>
    {
        if (isJson)
        {
            lines.ToJson();
            lines.Property(l => l.Text).HasJsonPropertyName("the text's");
        }
        else
        {
            lines.ToTable("Lines");
            lines.Property(l => l.Text).HasColumnName("The text");
        }

        more(lines);
    });

    // SQLite numbers no key of two columns.
    private static void KeyOfOne(OwnedNavigationBuilder<Order, Line> lines)
    {
        lines.Property<int>("Id");
        lines.HasKey("Id");
    }

    private sealed class Order
    {
        public int Id { get; set; }

        public List<Line> Lines { get; set; } = [];
    }

    private sealed class Line
    {
        public int Count { get; set; }

        public string? Text { get; set; }

        public bool Done { get; set; }

        public decimal Price { get; set; }

        public DateTime Since { get; set; }
    }
}
