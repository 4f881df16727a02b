using System;
using System.Linq;
using DbMigrate.Revisions.Errors;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static DbMigrate.Engine.Tests.Inheritance.Items;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>What a hierarchy may look like beside the usual.</summary>
public sealed class HierarchyCaseTests(PostgresServer server)
{
    [Theory]
    [InlineData(false, Strategy.Tpt)]
    [InlineData(true, Strategy.Tpt)]
    [InlineData(false, Strategy.Tpc)]
    [InlineData(true, Strategy.Tpc)]
    public void A_root_with_rows_of_its_own_keeps_them_and_a_discriminator_may_be_any_value(bool isPostgres, Strategy strategy)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        var first = Conversion.First(database, Shared);
        using (var context = database.Context(Shared))
        {
            context.Add(new Item { Name = "one" });
            context.SaveChanges();
            context.Add(new SpecialItem { Name = "two", Extra = 2.5 });
            context.SaveChanges();
        }

        void Apart(ModelBuilder model) => Split(model, strategy);
        var conversion = new Conversion(database, first.Recorded, Apart);
        Assert.Empty(conversion.Losses);
        Assert.Contains("= 7", conversion.Script, StringComparison.Ordinal);
        conversion.Up();
        using (var context = database.Context(Apart))
        {
            Assert.Equal(["Item 1 one ", "SpecialItem 2 two 2.5"], Read(context));
            context.Add(new SpecialItem { Id = isPostgres ? 0 : 3, Name = "three" });
            context.SaveChanges();
        }

        conversion.Down();
        using (var context = database.Context(Shared))
        {
            Assert.Equal(["Item 1 one ", "SpecialItem 2 two 2.5", "SpecialItem 3 three 0"], Read(context));
            context.Add(new SpecialItem { Name = "four" });
            context.SaveChanges();
            Assert.Equal(4, context.Set<Item>().Max(i => i.Id));
        }
    }

    [Theory]
    [InlineData(false, Strategy.Tpt, Strategy.Tpc)]
    [InlineData(true, Strategy.Tpt, Strategy.Tpc)]
    [InlineData(false, Strategy.Tpc, Strategy.Tpt)]
    [InlineData(true, Strategy.Tpc, Strategy.Tpt)]
    public void A_root_with_rows_has_a_table_before_and_after_so_that_none_comes_or_goes(bool isPostgres, Strategy from, Strategy to)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        var first = Conversion.First(database, m => Split(m, from));
        using (var context = database.Context(m => Split(m, from)))
        {
            context.AddRange(new Item { Id = 1, Name = "one" }, new SpecialItem { Id = 2, Name = "two", Extra = 2.5 });
            context.SaveChanges();
        }

        var conversion = new Conversion(database, first.Recorded, m => Split(m, to));
        Assert.DoesNotContain(conversion.Losses, l => l.StartsWith("drops column", StringComparison.Ordinal));
        conversion.Up();
        using (var context = database.Context(m => Split(m, to)))
            Assert.Equal(["Item 1 one ", "SpecialItem 2 two 2.5"], Read(context));
        conversion.Down();
        using (var context = database.Context(m => Split(m, from)))
            Assert.Equal(["Item 1 one ", "SpecialItem 2 two 2.5"], Read(context));
    }

    [Fact]
    public void Tables_may_be_in_schemas_and_their_keys_be_numbered_always()
    {
        using var database = FilledDatabase.Create(isPostgres: true, server);
        static void Schema(ModelBuilder model, Action<ModelBuilder> build)
        {
            model.HasDefaultSchema("shop");
            build(model);
            model.Entity<Item>().Property(i => i.Id).UseIdentityAlwaysColumn();
        }

        void Before(ModelBuilder model) => Schema(model, m => Split(m, Strategy.Tpt));
        void After(ModelBuilder model) => Schema(model, m =>
        {
            Shared(m);
            m.Entity<Item>().ToTable("Things");
        });
        var first = Conversion.First(database, Before);
        using (var context = database.Context(Before))
        {
            context.Add(new SpecialItem { Name = "two", Extra = 2.5 });
            context.SaveChanges();
        }

        var conversion = new Conversion(database, first.Recorded, After, new() { Renames = [new("shop.Items", null)] });
        Assert.Equal(["drops table shop.Items with its rows", "drops table shop.SpecialItems with its rows"], conversion.Losses.Order(StringComparer.Ordinal));
        conversion = new Conversion(database, first.Recorded, After, new() { Renames = [new("shop.Items", "Things")] });
        conversion.Up();
        using (var context = database.Context(After))
        {
            context.Add(new SpecialItem { Name = "three" });
            context.SaveChanges();
            Assert.Equal(["SpecialItem 1 two 2.5", "SpecialItem 2 three 0"], Read(context));
        }

        conversion.Down();
        using var again = database.Context(Before);
        Assert.Equal(["SpecialItem 1 two 2.5", "SpecialItem 2 three 0"], Read(again));
    }

    [Fact]
    public void A_required_column_without_a_source_is_asked_for_and_filled()
    {
        using var database = FilledDatabase.Create(isPostgres: false, server);
        var first = Conversion.First(database, Shared);
        using (var context = database.Context(Shared))
        {
            context.Add(new SpecialItem { Id = 2, Name = "two", Extra = 2.5 });
            context.SaveChanges();
        }

        static void Model(ModelBuilder model) => Split(model, Strategy.Tpt, i => i.Property<int>("Weight"));
        var error = Assert.Throws<DbMigrateException>(() => new Conversion(database, first.Recorded, Model));
        Assert.Equal(ErrorCatalogue.FillRequired, error.Kind);
        Assert.Contains("-Fill @{ 'SpecialItems.Weight' = 0 }", error.Action, StringComparison.Ordinal);
        new Conversion(database, first.Recorded, Model, new() { Fills = [new("SpecialItems.Weight", 12, null)] }).Up();
        Assert.Equal(["2|2.5|12"], database.Query("SELECT * FROM \"SpecialItems\""));
    }

    [Fact]
    public void A_required_column_whose_values_are_gone_gets_one_that_its_type_takes()
    {
        static void Model(ModelBuilder model) => Split(model, Strategy.Tpt, i => i.Property<string>("Note").HasColumnType("jsonb").IsRequired());
        using var database = FilledDatabase.Create(isPostgres: true, server);
        var first = Conversion.First(database, Model);
        using (var context = database.Context(Model))
            context.Database.ExecuteSqlRaw("INSERT INTO \"Items\" VALUES (2, 'two'); INSERT INTO \"SpecialItems\" (\"Id\", \"Extra\", \"Note\") VALUES (2, 2.5, '{{\"a\": 1}}')");

        var conversion = new Conversion(database, first.Recorded, Shared);
        conversion.Up();
        conversion.Down();

        Assert.Equal(["2|2.5|{}"], database.Query("SELECT \"Id\", \"Extra\", \"Note\" FROM \"SpecialItems\""));
    }

    [Fact]
    public void A_model_without_a_hierarchy_says_nothing_of_one()
    {
        using var database = FilledDatabase.Create(isPostgres: false, server);
        var first = Conversion.First(database, m => m.Entity<Item>().ToTable("Items"));
        Assert.DoesNotContain("DbMigrate:Types", first.Script, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_comes_later_is_known_to_the_scripts_with_the_next_change()
    {
        using var database = FilledDatabase.Create(isPostgres: false, server);
        var first = Conversion.First(database, m => m.Entity<Item>().ToTable("Items"));
        var second = new Conversion(database, first.Recorded, Shared, new() { Fills = [new("Items.Kind", 1, null)] });
        Assert.Contains("\"SpecialItem : Item; Kind = 7; Extra\"", second.Script, StringComparison.Ordinal);
        Assert.Equal(["Item", "SpecialItem"], second.Recorded.Tables["Items"].Types.Select(t => t.Type));
        second.Up();
        second.Down();
    }
}
