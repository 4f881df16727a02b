using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Tests.Diff;
using DbMigrate.Engine.Tests.Inheritance;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;
using static DbMigrate.Engine.Tests.Diff.Build;

namespace DbMigrate.Engine.Tests.Laws;

/// <summary>Seeded rows that refer to each other come, change and go in an order that foreign keys allow, there and back.</summary>
public sealed class SeedOrderTests(PostgresServer server)
{
    private const string Self = "Self";

    // Before and after: rows of a table, each with its number and those that it refers to.
    private static readonly Dictionary<string, (string[] Before, string[] After)> Cases = new()
    {
        ["rows of one table come, the referring one first"] = ([], ["Self: 1>2 2"]),
        ["rows of one table go, the referring one first"] = (["Self: 1>2 2>3 3"], []),
        ["rows of one table turn around"] = (["Self: 1>2 2>3 3"], ["Self: 1 2>1 3>2"]),
        ["a row between goes"] = (["Self: 1 2>1 3>2"], ["Self: 1 3>1"]),
        ["a row and the one that it refers to go from under a row that stays"] = (["Self: 1>2 2>3 3"], ["Self: 1"]),
        ["a row that stays refers to a row that comes"] = (["Self: 1"], ["Self: 1>3 3>2 2"]),
        ["a row refers to itself"] = (["Self: 1>1 2>1"], ["Self: 2>2 3>3"]),
        ["what the row referred to that goes later"] = (["A: 1", "B: 1>A1", "C: 1>B1"], ["A: 2", "B: 2>A2", "C: 1>B2"]),
        ["what the row referred to that goes later, without another"] = (["A: 1", "B: 1>A1", "C: 1>B1"], ["C: 1"]),
        ["rows of a circle come"] = ([], ["X: 1 2>Y1", "Y: 1 2>X1"]),
        ["rows of a circle go that refer to each other by turns"] = (["X: 1>Y1 2", "Y: 1>X2"], []),
        ["rows of a circle go that refer to each other by turns, the other way"] = (["X: 1>Y2", "Y: 1>X1 2"], []),
        ["rows of a circle that stay refer to rows that come"] = (["X: 1", "Y: 1"], ["X: 1>Y2 2>Y3", "Y: 1>X2 2>X2 3"]),
        ["rows of a circle turn around"] = (["X: 1>Y1", "Y: 1"], ["X: 1", "Y: 1>X1"]),
        ["rows that come refer to those that wait"] = (["X: 1", "Y: 1", "Z: 1"], ["X: 1 2>Y2 3", "Y: 1 2>X3", "Z: 1>Y2 2>X2"]),
    };

    public static TheoryData<string, bool, ReferentialAction> Names()
    {
        var data = new TheoryData<string, bool, ReferentialAction>();
        foreach (var name in Cases.Keys)
        {
            foreach (var action in new[] { ReferentialAction.NoAction, ReferentialAction.Restrict, ReferentialAction.Cascade })
            {
                data.Add(name, false, action);
                data.Add(name, true, action);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Rows_come_and_go(string name, bool isPostgres, ReferentialAction action)
    {
        var (before, after) = Cases[name];
        using var database = FilledDatabase.Create(isPostgres, server);
        var (from, to) = (State(before, action), State(after, action));
        var differ = new SchemaDiffer(database.Provider.Traits);
        void Go(SchemaState there, SchemaState here)
        {
            database.Apply(differ.Diff(here, there, DiffDecisions.None).Operations);
            foreach (var table in there.Tables.Values)
                Assert.Equal(table.Seeds.Select(Text).Order(), database.Query($"SELECT \"Id\" || coalesce('>' || \"Other\", '') FROM \"{table.Name.Name}\"").Order());
        }

        Go(from, SchemaState.Empty);
        Go(to, from);
        Go(from, to);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_table_that_comes_closes_a_circle_with_rows_by_turns(bool isPostgres)
    {
        using var database = FilledDatabase.Create(isPostgres, server);
        var differ = new SchemaDiffer(database.Provider.Traits);
        var before = Db(T("K", Int("Id"), Int("Other").Null()).Row("Id", 1));
        var after = Db(
            T("K", Int("Id"), Int("Other").Null()).Refers("Other", "N").Row("Id", 1, "Other", 2).Row("Id", 2),
            T("N", Int("Id"), Int("Other").Null()).Refers("Other", "K").Row("Id", 1, "Other", 2).Row("Id", 2));
        database.Apply(differ.Diff(SchemaState.Empty, before, DiffDecisions.None).Operations);
        database.Apply(differ.Diff(before, after, DiffDecisions.None).Operations);
        Assert.Equal(["1"], database.Query("SELECT \"Id\" FROM \"N\" WHERE \"Other\" = 2"));
        database.Apply(differ.Diff(after, before, DiffDecisions.None).Operations);
        Assert.Equal(["1"], database.Query("SELECT \"Id\" FROM \"K\""));
    }

    private static SchemaState State(string[] rows, ReferentialAction action)
    {
        Table Of(string name, string other) => rows.Where(r => r.StartsWith(name + ":", System.StringComparison.Ordinal)).SelectMany(r => r.Split(' ').Skip(1)).Select(r => r.Split('>'))
            .Aggregate(T(name, Int("Id"), Int("Other").Null()).Refers("Other", other, onDelete: action), (t, r) => t.Row("Id", int.Parse(r[0]), "Other", r.Length > 1 ? int.Parse(r[1].TrimStart('A', 'B', 'C', 'X', 'Y', 'Z')) : null));
        return Db(Of(Self, Self), Of("A", "A"), Of("B", "A"), Of("C", "B"), Of("X", "Y"), Of("Y", "X"), Of("Z", "Y"));
    }

    private static string Text(SeedRow row) => $"{row.Values["Id"]}{(row.Values.GetValueOrDefault("Other") is { } other ? $">{other}" : "")}";
}
