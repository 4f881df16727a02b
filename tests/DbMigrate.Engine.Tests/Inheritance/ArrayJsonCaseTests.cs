using System;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static DbMigrate.Engine.Tests.Inheritance.Shelves;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>Lists of plain values in an owned type go with it to JSON, and come back: text of JSON on SQLite, arrays on PostgreSQL.</summary>
public sealed class ArrayJsonCaseTests(PostgresServer server)
{
    public static TheoryData<bool, BoxPlacement, bool> Placements() => BothWays.Of(Enum.GetValues<BoxPlacement>());

    [Theory]
    [MemberData(nameof(Placements))]
    public void Lists_go_to_JSON_and_back(bool isPostgres, BoxPlacement other, bool isFromJson)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        void From(ModelBuilder model) => Build(model, other, isFromJson);
        void To(ModelBuilder model) => Build(model, other, !isFromJson);
        var first = Filled(database, From);
        var rows = other == BoxPlacement.Rows ? Rows[..3] : Rows;
        Assert.Equal(rows, Read(database, From));
        var conversion = new Conversion(database, first.Recorded, To);
        Assert.Empty(conversion.Losses);
        conversion.Up();
        Assert.Equal(rows, Read(database, To));
        conversion.Down();
        Assert.Equal(rows, Read(database, From));
    }
}
