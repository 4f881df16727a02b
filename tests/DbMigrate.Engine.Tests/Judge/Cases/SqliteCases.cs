using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Tests.Laws;
using DbMigrate.Engine.Tests.Replay;
using Microsoft.EntityFrameworkCore;
using static DbMigrate.Engine.Tests.Judge.Start;

namespace DbMigrate.Engine.Tests.Judge;

/// <summary>What SQLite alone has, and the changes that EF's own tests know.</summary>
internal static class SqliteCases
{
    public static IReadOnlyList<JudgeCase> All { get; } =
    [
        .. Common(Words.Sqlite),
        Case("sqlite: a rich model", Nothing, RichModel.Build) with { IsUnfilled = true },
        Case("sqlite: a table gets a key that numbers its rows, and seeded ones",
            b => b.Entity("Keyless", e => { e.Property<string>("Text"); e.HasNoKey(); }),
            b => b.Entity("Keyless", e => { e.Property<int>("Id"); e.Property<string>("Text"); e.HasData(new { Id = 1, Text = "a" }); })),
        Case("sqlite: a table gets an integer key",
            b => b.Entity("Keyless", e => { e.Property<string>("Text"); e.HasNoKey(); }),
            b => b.Entity("Keyless", e => { e.Property<int>("Id").ValueGeneratedNever(); e.Property<string>("Text"); })),
        Change("sqlite: a computed column that is not stored", _ => { }, e => e.Property<string>("Up").HasComputedColumnSql("upper(\"Name\")", stored: false)),
        Change("sqlite: a computed column is stored", e => e.Property<string>("Up").HasComputedColumnSql("upper(\"Name\")", stored: false), e => e.Property<string>("Up").HasComputedColumnSql("upper(\"Name\")", stored: true)),
        .. EfDifferCases.All.Values.Where(c => !c.Name.Contains("hierarchy")).Select(c => new JudgeCase("EF: " + c.Name, c.Before, c.After)),
    ];
}
