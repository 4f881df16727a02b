using System.Linq;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static DbMigrate.Engine.Tests.Inheritance.Orders;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>A list whose elements have lists in turn goes from tables of their own to JSON, and comes back.</summary>
public sealed class ListOfListsTests(PostgresServer server)
{
    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(true, true, false)]
    [InlineData(true, false, true)]
    [InlineData(true, true, true)]
    public void Lists_of_all_depths_go_to_JSON_or_to_rows_and_back_in_their_order(bool isPostgres, bool isFromJson, bool isKeyOfOwner)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        void Model(ModelBuilder model, bool isJson) => Build(model, isJson, isKeyOfOwner);
        var first = Filled(database, m => Model(m, isFromJson));
        Assert.Equal(Rows, Read(database, m => Model(m, isFromJson)));
        var conversion = new Conversion(database, first.Recorded, m => Model(m, !isFromJson));
        Assert.Empty(conversion.Losses);
        Assert.Empty(conversion.Warnings);
        conversion.Up();
        Assert.Equal(Rows, Read(database, m => Model(m, !isFromJson)));
        conversion.Down();
        Assert.Equal(Rows, Read(database, m => Model(m, isFromJson)));
        if (isFromJson)
            conversion.Up();
        Assert.Equal(["1", "2", "3", "4", "5"], database.Query("SELECT \"Id\" FROM \"Lines\" ORDER BY 1"));
        Assert.Equal(["1", "2", "3", "4"], database.Query("SELECT \"Id\" FROM \"Parts\" ORDER BY 1"));

        // The database numbers on behind them.
        using var context = database.Context(m => Model(m, isJson: false));
        context.Set<Order>().Single(o => o.Id == 4).Lines[0].Parts.Add(new() { Name = "new" });
        context.SaveChanges();
        Assert.Equal(["5"], database.Query("SELECT \"Id\" FROM \"Parts\" WHERE \"Name\" = 'new'"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Tables_of_another_schema_are_found(bool isFromJson)
    {
        using var database = FilledDatabase.Create(isPostgres: true, server);
        static void Model(ModelBuilder model, bool isJson)
        {
            model.HasDefaultSchema("the shop's");
            Build(model, isJson, isKeyOfOwner: true);
        }

        var first = Filled(database, m => Model(m, isFromJson));
        var conversion = new Conversion(database, first.Recorded, m => Model(m, !isFromJson));
        Assert.Empty(conversion.Losses);
        conversion.Up();
        Assert.Equal(Rows, Read(database, m => Model(m, !isFromJson)));
        conversion.Down();
        Assert.Equal(Rows, Read(database, m => Model(m, isFromJson)));
    }

    [Fact]
    public void A_list_in_elements_without_a_table_is_named_and_the_elements_are_copied()
    {
        using var database = FilledDatabase.Create(isPostgres: false, server);
        var first = Filled(database, m => Build(m, isJson: true));
        var conversion = new Conversion(database, first.Recorded, m => Build(m, isJson: false, more: l => l.Ignore(x => x.Parts)));
        Assert.Equal(["drops Lines[].Parts[] in column Orders.Lines with its values"], conversion.Losses);
        conversion.Up();
        Assert.Equal(["b", "a", "c", "d", "e"], database.Query("SELECT \"Name\" FROM \"Lines\" ORDER BY \"Id\""));
        conversion.Down();
        Assert.Equal(["1: b [] 2; a [] ; c [] ", "2:", "3: d [] 7", "4: e [] 0"], Read(database, m => Build(m, isJson: true)));
    }
}
