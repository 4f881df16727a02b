using System.Collections.Generic;
using Microsoft.EntityFrameworkCore;
using static DbMigrate.Engine.Tests.Judge.Start;

namespace DbMigrate.Engine.Tests.Judge;

/// <summary>Indexes of every kind that both databases have.</summary>
internal static class IndexCases
{
    public static IReadOnlyList<JudgeCase> All { get; } =
    [
        Change("index: of every kind", _ => { }, e =>
        {
            e.HasIndex(["Name"], "Plain");
            e.HasIndex(["Id", "Name"], "Unique").IsUnique();
            e.HasIndex(["Name", "Id"], "Down").IsDescending();
            e.HasIndex(["Name", "Id"], "Mixed").IsDescending(true, false);
            e.HasIndex(["Name"], "Filtered").HasFilter("\"Name\" <> ''");
            e.HasIndex(["Name"], "Both").IsUnique().HasFilter("\"Name\" IS NOT NULL");
        }),
        Change("index: unique", e => e.HasIndex("Name"), e => e.HasIndex("Name").IsUnique()),
        Change("index: filter", e => e.HasIndex("Name").HasFilter("\"Name\" <> ''"), e => e.HasIndex("Name").HasFilter("\"Name\" <> 'x'")),
        Change("index: direction", e => e.HasIndex("Name", "Id").IsDescending(), e => e.HasIndex("Name", "Id").IsDescending(false, true)),
        Change("index: columns", e => e.HasIndex(["Name"], "IX"), e => e.HasIndex(["Name", "Id"], "IX")),
        Change("index: renamed", e => e.HasIndex(["Name", "Id"], "A"), e => e.HasIndex(["Name", "Id"], "B")),
        Change("index: renamed in case", e => e.HasIndex(["Name"], "foo"), e => e.HasIndex(["Name"], "Foo")),
        Change("index: names exchanged", e => { e.HasIndex(["Name"], "A"); e.HasIndex(["Id"], "B"); }, e => { e.HasIndex(["Name"], "B"); e.HasIndex(["Id"], "A"); }),
        Change("index: on a column that goes", e => { e.Property<int>("N"); e.HasIndex("N"); }, _ => { }),
    ];
}
