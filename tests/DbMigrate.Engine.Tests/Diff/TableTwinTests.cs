using System.Collections.Generic;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Schema;
using Xunit;
using static DbMigrate.Engine.Tests.Diff.Build;

namespace DbMigrate.Engine.Tests.Diff;

/// <summary>A table that goes while one with the same columns comes is dropped as the model says, and not without a word.</summary>
public sealed class TableTwinTests
{
    [Fact]
    public void The_parameter_that_keeps_the_rows_is_named()
        => Assert.Equal(
            ["drops Suppliers and creates Vendors with the same columns; if that is a rename, delete the script and pass -Rename @{ 'Suppliers' = 'Vendors' }"],
            Warnings([Auto("Suppliers", Text("Name"))], [Auto("Vendors", Text("Name"))], DiffDecisions.None));

    [Fact]
    public void What_was_decided_is_not_doubted()
        => Assert.Empty(Warnings([Auto("Suppliers", Text("Name"))], [Auto("Vendors", Text("Name"))], DiffDecisions.None with { Renames = [new("Suppliers", null)] }));

    [Fact]
    public void What_only_looks_alike_is_not_mentioned()
    {
        Assert.Empty(Warnings([Auto("Suppliers", Text("Name"))], [Auto("Vendors", Text("Label"))], DiffDecisions.None));
        Assert.Empty(Warnings([Auto("Suppliers")], [Auto("Vendors")], DiffDecisions.None));
        Assert.Empty(Warnings([Auto("Suppliers", Text("Name"))], [Auto("Vendors", Text("Name")), Auto("Clients", Text("Name"))], DiffDecisions.None));
        Assert.Empty(Warnings([Auto("Suppliers", Text("Name")), Auto("Partners", Text("Name"))], [Auto("Vendors", Text("Name"))], DiffDecisions.None));
    }

    private static IEnumerable<string> Warnings(Table[] from, Table[] to, DiffDecisions decisions)
        => new SchemaDiffer(Model.ModelContext.Traits()).Diff(Db(from), Db(to), decisions).Warnings;
}
