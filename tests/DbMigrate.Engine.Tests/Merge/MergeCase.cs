using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DbMigrate.Engine.Merge;
using DbMigrate.Engine.Requests;
using DbMigrate.Engine.Tests.Model;
using DbMigrate.Engine.Tests.Sql.Sqlite;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DbMigrate.Engine.Tests.Merge;

/// <summary>Lines of revisions, written down as scripts have them, on one schema.</summary>
internal sealed class MergeCase(Action<MigrationBuilder> common, params Action<MigrationBuilder>[][] lines)
{
    private static readonly string[] Letters = ["a", "b", "c", "d", "e"];

    /// <summary>A table of customers with a row, and one of orders.</summary>
    public static void Shop(MigrationBuilder m)
    {
        m.CreateTable(
            "Customers",
            t => new { Id = t.Column<int>(type: "INTEGER"), Name = t.Column<string>(type: "TEXT"), Fax = t.Column<string>(type: "TEXT", nullable: true) },
            constraints: t => t.PrimaryKey("PK_Customers", c => c.Id));
        m.CreateTable(
            "Orders", t => new { Id = t.Column<int>(type: "INTEGER"), Total = t.Column<decimal>(type: "TEXT") }, constraints: t => t.PrimaryKey("PK_Orders", o => o.Id));
        m.CreateIndex("IX_Orders_Total", "Orders", "Total");
        m.InsertData("Customers", ["Id", "Name"], [1, "Ada"]);
    }

    public List<string> Notes { get; } = [];

    /// <summary>What is found: kind and object.</summary>
    public IReadOnlyList<string> Names() => [.. Conflicts().Select(c => $"{c.Kind} {c.Object}")];

    public IReadOnlyList<MergeConflict> Conflicts()
    {
        using var context = new ModelContext(_ => { });
        var fork = new Fork([Step("open", common)], [.. lines.Select((line, l) => new MergeSide($"{Letters[l]}{line.Length}", [.. line.Select((up, i) => Step($"{Letters[l]}{i + 1}", up))]))]);
        return new MergeCheck(ProviderParts.Provider(context), ProviderParts.Scratch(context), Notes.Add, CancellationToken.None).Find(fork);
    }

    private static MergeStep Step(string id, Action<MigrationBuilder> up) => new(id, "", id + ".cs", () => SqliteFile.Operations(up));
}
