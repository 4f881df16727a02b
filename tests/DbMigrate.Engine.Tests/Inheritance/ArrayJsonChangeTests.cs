using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Revisions.Errors;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static DbMigrate.Engine.Tests.Inheritance.Shelves;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>Lists of plain values that JSON gets with their object, or has otherwise.</summary>
public sealed class ArrayJsonChangeTests(PostgresServer server)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_list_that_JSON_gets_is_null_or_has_its_fill(bool isPostgres)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        static void Before(ModelBuilder model) => Build(model, BoxPlacement.Columns, isJson: false, b => b.Ignore(x => x.Flags).Ignore(x => x.Tags));
        static void After(ModelBuilder model) => Build(model, BoxPlacement.Columns, isJson: true);
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
        static void Model(ModelBuilder model, bool isJson) => Build(model, BoxPlacement.Columns, isJson, b => b.Property<List<TimeSpan>?>("Spans"));
        var first = Filled(database, m => Model(m, isJson: false));
        var conversion = new Conversion(database, first.Recorded, m => Model(m, isJson: true));
        Assert.Equal(["drops column Shelves.Box_Spans with its values"], conversion.Losses);
        conversion.Up();
        Assert.Equal(Rows, Read(database, m => Model(m, isJson: true)));
    }
}
