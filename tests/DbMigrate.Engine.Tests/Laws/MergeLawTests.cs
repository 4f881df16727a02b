using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using CsCheck;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Merge;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Requests;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Tests.Generators;
using DbMigrate.Engine.Tests.Model;
using DbMigrate.Engine.Tests.Sql.Sqlite;
using DbMigrate.Revisions.Errors;
using Microsoft.Data.Sqlite;
using Xunit;

namespace DbMigrate.Engine.Tests.Laws;

/// <summary>Merging branches in either order gives the same schema, or a reported conflict, and only real ones are reported.</summary>
public sealed partial class MergeLawTests
{
    private static readonly int Cases = int.Parse(Environment.GetEnvironmentVariable("DBMIGRATE_CASES") ?? "250", CultureInfo.InvariantCulture);

    private readonly ModelContext _context = new(_ => { });
    private readonly SchemaDiffer _differ;

    public MergeLawTests() => _differ = new SchemaDiffer(ProviderParts.Provider(_context).Traits);

    [Fact]
    public void Either_order_gives_the_same_schema_or_a_reported_conflict()
    {
        var (clean, kinds) = (0, new Dictionary<ConflictKind, int>());
        new ForkGen(ProviderParts.Provider(_context).Traits).Sample(
            drawn =>
            {
                var fork = Fork(drawn);
                var conflicts = Check(fork);
                Assert.All(conflicts, c => Assert.All(c.Changes, s => Assert.NotEmpty(s.Text)));
                var reason = ReasonAgainst(fork);
                if (conflicts.Count == 0)
                    Assert.Equal("", reason);
                else if (reason.Length == 0)
                    Assert.All(conflicts, c => Assert.True(c.IsHidden, $"{c.Kind} {c.Object} is no conflict."));
                clean += conflicts.Count == 0 ? 1 : 0;
                foreach (var kind in conflicts.Select(c => c.Kind).Distinct())
                    kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            },
            iter: Cases, threads: 1, print: Print);

        Assert.InRange(clean, Cases / 5, Cases * 4 / 5);
        Assert.All([ConflictKind.BothCreate, ConflictKind.BothChange, ConflictKind.BothRemove, ConflictKind.RemoveAndChange, ConflictKind.RemoveAndUse],
            k => Assert.True(kinds.GetValueOrDefault(k) * 100 >= Cases, $"{k} was found {kinds.GetValueOrDefault(k)} times in {Cases}."));
    }

    private IReadOnlyList<MergeConflict> Check(Fork fork)
        => new MergeCheck(ProviderParts.Provider(_context), ProviderParts.Scratch(_context), note => Assert.Fail(note), CancellationToken.None).Find(fork);

    private Fork Fork(SchemaFork drawn) => new(
        [Step("base", new SchemaPair(SchemaState.Empty, drawn.From, DiffDecisions.None, []))],
        [new MergeSide("left", [Step("left", drawn.Left)]), new MergeSide("right", [Step("right", drawn.Right)])]);

    private MergeStep Step(string id, SchemaPair pair) => new(id, "", id + ".cs", () => _differ.Diff(pair.From, pair.To, pair.Decisions).Operations);

    // By real files, and by nothing that the check itself is made of.
    private static string ReasonAgainst(Fork fork)
    {
        var ends = new List<(SchemaState Recorded, SchemaState Actual, string Rows)>();
        foreach (var order in fork.Orders)
        {
            using var file = new SqliteFile();
            var recorded = SchemaState.Empty;
            try
            {
                foreach (var step in fork.Common.Concat(order.SelectMany(s => s.Steps)))
                {
                    recorded = new Replayer(file.Provider.Traits).Apply(recorded, step.Operations());
                    file.Run(file.Generate(step.Operations()));
                }
            }
            catch (Exception e) when (e is SqliteException or DbMigrateException or InvalidOperationException)
            {
                return e.Message;
            }

            ends.Add((recorded, file.State, Rows(file)));
        }

        var differences = SchemaComparer.Compare(ends[0].Recorded, ends[1].Recorded, seeds: true).Concat(SchemaComparer.Compare(ends[0].Actual, ends[1].Actual, seeds: false));
        return string.Join("\n", differences.Select(d => d.Object)) + (ends[0].Rows == ends[1].Rows ? "" : "\n" + ends[0].Rows + "\n" + ends[1].Rows);
    }

    // All rows of all tables but for the order; two runs may not be in one second.
    private static string Rows(SqliteFile file)
        => Time().Replace(string.Join("\n", file.State.Tables.Values.SelectMany(t => Rows(file, t))), "(now)");

    private static IEnumerable<string> Rows(SqliteFile file, Table table)
        => file.Query($"SELECT {string.Join(", ", table.Columns.Select(c => c.Name).Order(StringComparer.Ordinal).Select(c => $"quote({SqlText.Quote(c)})"))} FROM {SqlText.Quote(table.Name.Name)}")
            .Order(StringComparer.Ordinal).Select(r => $"{table.Name}: {r}");

    private static string Print(SchemaFork fork) => $"LEFT {SchemaPrinter.Print(fork.Left)}RIGHT {SchemaPrinter.Print(fork.Right)}";

    [GeneratedRegex(@"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")]
    private static partial Regex Time();
}
