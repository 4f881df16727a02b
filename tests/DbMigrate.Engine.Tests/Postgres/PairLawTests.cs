using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using CsCheck;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Tests.Generators;
using DbMigrate.Engine.Tests.Generators.Postgres;
using DbMigrate.Engine.Tests.Laws;
using DbMigrate.Tests.Shared;
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
        var (features, changes, time) = (new Dictionary<string, int>(), new Dictionary<string, int>(), Stopwatch.StartNew());
        new SchemaPairGen(database.Provider.Traits).Sample(
            pair =>
            {
                foreach (var feature in PostgresFeatures.Of(pair.From).Union(PostgresFeatures.Of(pair.To)))
                    features[feature] = features.GetValueOrDefault(feature) + 1;
                foreach (var change in pair.Changes.Distinct())
                    changes[change] = changes.GetValueOrDefault(change) + 1;
                database.Clear();
                GoThereAndBack(database, pair);
            },
            iter: Cases, threads: 1, print: SchemaPrinter.Print);

        output.WriteLine($"{Cases} pairs in {time.Elapsed.TotalSeconds:F0} s");
        output.WriteLine("features: " + string.Join(", ", PostgresFeatures.All.Select(f => $"{f} {features.GetValueOrDefault(f)}")));
        output.WriteLine("changes: " + string.Join(", ", PostgresFeatures.Changes.Select(c => $"{c} {changes.GetValueOrDefault(c)}")));
        Assert.Empty(PostgresFeatures.All.Except(features.Keys));
        Assert.Empty(PostgresFeatures.Changes.Except(changes.Keys));
        Assert.Empty(changes.Keys.Except(PostgresFeatures.Changes));
    }

    private static void GoThereAndBack(PostgresDatabase database, SchemaPair pair)
    {
        var traits = database.Provider.Traits;
        var (differ, replayer) = (new SchemaDiffer(traits), new Replayer(traits));
        var rows = new SurvivingRows(pair, traits);
        database.Apply(differ.Diff(SchemaState.Empty, pair.From, DiffDecisions.None).Operations);
        rows.Fill(database);
        Assert.Empty(database.Differences(pair.From));

        var there = differ.Diff(pair.From, pair.To, pair.Decisions);
        Assert.Empty(SchemaComparer.Compare(pair.To, replayer.Apply(pair.From, there.Operations), seeds: true));
        database.Apply(there.Operations);
        Assert.Empty(database.Differences(pair.To));
        Assert.Empty(rows.Missing(database, isBack: false));

        database.Apply(differ.Diff(pair.To, pair.From, there.Reverse).Operations);
        Assert.Empty(database.Differences(pair.From));
        Assert.Empty(rows.Missing(database, isBack: true));
    }
}
