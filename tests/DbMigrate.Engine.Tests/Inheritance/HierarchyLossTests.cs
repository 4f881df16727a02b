using System;
using System.Linq;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static DbMigrate.Engine.Tests.Inheritance.Items;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>What is not one to one when the rows of a hierarchy move, and is named.</summary>
public sealed class HierarchyLossTests(PostgresServer server)
{
    [Fact]
    public void Rows_of_a_type_that_the_scripts_do_not_know_are_named()
    {
        using var database = FilledDatabase.Create(isPostgres: false, server);
        var old = Conversion.First(database, Shared).Recorded;
        var silent = old with { Tables = old.Tables.SetItem("Items", old.Tables["Items"] with { Types = [] }) };
        var conversion = new Conversion(database, silent, m => Split(m, Strategy.Tpt));
        Assert.Equal(
            ["copies no rows of SpecialItem from Items: the scripts do not say which they are", "drops column Items.Extra with its values", "drops column Items.Kind with its values"],
            conversion.Losses.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("INSERT", conversion.Script, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_meet_in_one_table_are_named_and_fail_where_two_have_one_key()
    {
        using var database = FilledDatabase.Create(isPostgres: false, server);
        var first = Conversion.First(database, m => Split(m, Strategy.Tpc));
        using (var context = database.Context(m => Split(m, Strategy.Tpc)))
        {
            context.Add(new Item { Id = 1, Name = "one" });
            context.SaveChanges();
        }

        using (var context = database.Context(m => Split(m, Strategy.Tpc)))
        {
            context.Add(new SpecialItem { Id = 1, Name = "uno" });
            context.SaveChanges();
        }

        var conversion = new Conversion(database, first.Recorded, Shared);
        Assert.Equal(["joins the rows of Items, SpecialItems in Items, which fails where two of them have the same key"], conversion.Warnings);
        Assert.Empty(conversion.Losses);
        Assert.Contains("UNIQUE", Assert.ThrowsAny<Exception>(conversion.Up).Message, StringComparison.Ordinal);
        Assert.Equal(["1|one"], database.Query("SELECT \"Id\", \"Name\" FROM \"Items\""));
        Assert.Equal(["1|uno"], database.Query("SELECT \"Id\", \"Name\" FROM \"SpecialItems\""));
    }

    [Fact]
    public void What_has_nowhere_to_go_is_named()
    {
        using var database = FilledDatabase.Create(isPostgres: false, server);
        var first = Conversion.First(database, m => Split(m, Strategy.Tpt, i => i.Property<string>("Note")));
        var conversion = new Conversion(database, first.Recorded, Shared);
        Assert.Equal(["drops column SpecialItems.Note with its values"], conversion.Losses);
        conversion.Up();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_table_of_an_abstract_type_that_has_only_keys_is_no_loss_but_for_rows_of_no_type(bool hasName)
    {
        using var database = FilledDatabase.Create(isPostgres: false, server);
        void Build(ModelBuilder model, bool isConcrete)
        {
            model.Entity<Concrete>().ToTable("Concretes");
            model.Entity<Abstract>().Property<string>("Name");
            if (!hasName)
                model.Entity<Abstract>().Ignore("Name");
            if (isConcrete)
                model.Entity<Abstract>().UseTpcMappingStrategy();
            else
                model.Entity<Abstract>().UseTptMappingStrategy().ToTable("Abstracts");
        }

        var first = Conversion.First(database, m => Build(m, isConcrete: false));
        var conversion = new Conversion(database, first.Recorded, m => Build(m, isConcrete: true));
        Assert.Equal(["drops the rows of Abstracts that are not in Concretes"], conversion.Losses);
    }

    [Fact]
    public void A_table_that_somebody_said_is_dropped_is_dropped()
    {
        using var database = FilledDatabase.Create(isPostgres: false, server);
        var first = Conversion.First(database, m => Split(m, Strategy.Tpt));
        var conversion = new Conversion(database, first.Recorded, Shared, new() { Renames = [new("SpecialItems", null)], Fills = [new("Items.Kind", 1, null)] });
        Assert.Equal(["drops table SpecialItems with its rows"], conversion.Losses);
        Assert.DoesNotContain("UPDATE", conversion.Script[..conversion.Script.IndexOf("void Down", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_of_two_types_of_which_one_has_it_no_more_loses_the_values_of_that_one()
    {
        using var database = FilledDatabase.Create(isPostgres: false, server);
        static void Model(ModelBuilder model, bool isBefore)
        {
            var side = model.Entity<Side>().ToTable("Sides");
            model.Entity<Left>().Property(l => l.Size).HasColumnName("Size");
            var right = model.Entity<Right>();
            if (isBefore)
            {
                right.Property(r => r.Size).HasColumnName("Size");
                return;
            }

            side.UseTpcMappingStrategy();
            right.Ignore(r => r.Size);
        }

        var first = Conversion.First(database, m => Model(m, isBefore: true));
        var conversion = new Conversion(database, first.Recorded, m => Model(m, isBefore: false));
        Assert.Equal(["drops the values that Sides.Size has for Right, which has no such property"], conversion.Losses);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Rows_of_the_model_that_leave_a_root_of_nothing_but_keys_are_no_loss(bool isPostgres)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        static void Model(ModelBuilder model, bool isAfter)
        {
            var side = model.Entity<Side>();
            model.Entity<Left>().ToTable("Lefts").HasData(new Left { Id = 1, Size = 2 });
            if (isAfter)
                side.UseTpcMappingStrategy().ToTable("Sides");
            else
                side.UseTptMappingStrategy().ToTable("Sides").HasData(new Side { Id = 3 });
        }

        var first = Conversion.First(database, m => Model(m, isAfter: false));
        var conversion = new Conversion(database, first.Recorded, m => Model(m, isAfter: true));
        Assert.Equal(["deletes 1 seeded row of Sides"], conversion.Losses);
        conversion.Up();
        Assert.Empty(database.Query("SELECT * FROM \"Sides\""));
        Assert.Equal(["1|2"], database.Query("SELECT * FROM \"Lefts\""));
        conversion.Down();
        Assert.Equal(["1", "3"], database.Query("SELECT * FROM \"Sides\""));
    }

    private abstract class Abstract
    {
        public int Id { get; set; }
    }

    private sealed class Concrete : Abstract;

    private class Side
    {
        public int Id { get; set; }
    }

    private sealed class Left : Side
    {
        public int Size { get; set; }
    }

    private sealed class Right : Side
    {
        public int Size { get; set; }
    }
}
