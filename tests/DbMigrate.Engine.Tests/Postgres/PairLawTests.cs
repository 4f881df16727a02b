using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using CsCheck;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Tests.Generators.Mapping;
using DbMigrate.Engine.Tests.Generators.Postgres;
using DbMigrate.Engine.Tests.Laws;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>
/// A filled database on a real server at A, after applying the difference to B, is B; after undoing it, A; rows that
/// both can hold are intact.
/// </summary>
public sealed class PairLawTests(PostgresServer server, ITestOutputHelper output)
{
    private static readonly int Cases = int.Parse(Environment.GetEnvironmentVariable("DBMIGRATE_CASES") ?? "200", CultureInfo.InvariantCulture);

    [Fact]
    public void A_filled_database_follows_any_difference_there_and_back()
    {
        using var database = new PostgresDatabase(server);
        var (features, changes, mapped, time) = (new Dictionary<string, int>(), new Dictionary<string, int>(), new Dictionary<string, int>(), Stopwatch.StartNew());
        var count = new ConvertedPairGen(database.Provider.Traits).SampleAll(
            pair =>
            {
                foreach (var feature in PostgresFeatures.Of(pair.Plain.From).Union(PostgresFeatures.Of(pair.Plain.To)))
                    features[feature] = features.GetValueOrDefault(feature) + 1;
                foreach (var change in pair.Plain.Changes.Distinct())
                    changes[change] = changes.GetValueOrDefault(change) + 1;
                foreach (var feature in pair.Mapped.Features)
                    mapped[feature] = mapped.GetValueOrDefault(feature) + 1;
                database.Clear();
                GoThereAndBack(database, pair);
            },
            Cases,
            () => mapped.Count == MappedPair.All.Length && PostgresFeatures.All.All(features.ContainsKey) && PostgresFeatures.Changes.All(changes.ContainsKey),
            p => p.Print());

        output.WriteLine($"{count} pairs in {time.Elapsed.TotalSeconds:F0} s");
        output.WriteLine("features: " + string.Join(", ", PostgresFeatures.All.Select(f => $"{f} {features.GetValueOrDefault(f)}")));
        output.WriteLine("changes: " + string.Join(", ", PostgresFeatures.Changes.Select(c => $"{c} {changes.GetValueOrDefault(c)}")));
        output.WriteLine("mappings: " + string.Join(", ", MappedPair.All.Select(f => $"{f} {mapped.GetValueOrDefault(f)}")));
        Assert.Empty(MappedPair.All.Except(mapped.Keys));
        Assert.Empty(mapped.Keys.Except(MappedPair.All));
        Assert.Empty(PostgresFeatures.All.Except(features.Keys));
        Assert.Empty(PostgresFeatures.Changes.Except(changes.Keys));
        Assert.Empty(changes.Keys.Except(PostgresFeatures.Changes));
    }

    private static void GoThereAndBack(PostgresDatabase database, ConvertedPair drawn)
    {
        void Connect(DbContextOptionsBuilder options) => options.UseNpgsql(database.ConnectionString);
        var traits = database.Provider.Traits;
        using var mapped = new MappedRows(drawn, Connect);
        var pair = mapped.Whole(traits);
        var (differ, replayer) = (new SchemaDiffer(traits), new Replayer(traits));
        var rows = new SurvivingRows(drawn.Plain, traits);
        var first = differ.Diff(SchemaState.Empty, pair.From, DiffDecisions.None).Operations;
        database.Apply(first);
        rows.Fill(database);
        mapped.Fill();
        mapped.AssertAre(Moment.Before);
        Assert.Empty(database.Differences(pair.From));

        var from = replayer.Apply(SchemaState.Empty, first);
        var there = differ.Diff(from, pair.To, pair.Decisions);
        Assert.Empty(SchemaComparer.Compare(pair.To, replayer.Apply(from, there.Operations), seeds: true));
        mapped.AssertSaid(there);
        database.Apply(there.Operations);
        Assert.Empty(database.Differences(pair.To));
        Assert.Empty(rows.Missing(database, isBack: false));
        mapped.AssertAre(Moment.After);

        database.Apply(differ.Diff(pair.To, from, there.Reverse).Operations);
        Assert.Empty(database.Differences(pair.From));
        Assert.Empty(rows.Missing(database, isBack: true));
        mapped.AssertAre(Moment.Again);
    }
}
