using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using CsCheck;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Tests.Generators;
using DbMigrate.Engine.Tests.Generators.Mapping;
using DbMigrate.Engine.Tests.Model;
using DbMigrate.Engine.Tests.Sql.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DbMigrate.Engine.Tests.Laws;

/// <summary>
/// A filled database at A, after applying the difference to B, is B; after undoing it, A; rows that both can hold
/// are intact.
/// </summary>
public sealed class PairLawTests(ITestOutputHelper output)
{
    private static readonly int Cases = int.Parse(Environment.GetEnvironmentVariable("DBMIGRATE_CASES") ?? "200", CultureInfo.InvariantCulture);

    private readonly ProviderTraits _traits = new SqliteProvider(new ModelContext(_ => { })).Traits;

    [Fact]
    public void A_filled_database_follows_any_difference_there_and_back()
    {
        var (features, mapped, time) = (new Dictionary<string, int>(), new Dictionary<string, int>(), Stopwatch.StartNew());
        var changes = new HashSet<string>();
        var count = new ConvertedPairGen(_traits).SampleAll(
            pair =>
            {
                foreach (var feature in SchemaFeatures.Of(pair.Plain.From).Union(SchemaFeatures.Of(pair.Plain.To)))
                    features[feature] = features.GetValueOrDefault(feature) + 1;
                foreach (var feature in pair.Mapped.Features)
                    mapped[feature] = mapped.GetValueOrDefault(feature) + 1;
                changes.UnionWith(pair.Plain.Changes);
                GoThereAndBack(pair);
            },
            Cases, () => mapped.Count == MappedPair.All.Length && changes.IsSupersetOf(SchemaPairGen.Kinds), p => p.Print());

        output.WriteLine($"{count} pairs in {time.Elapsed.TotalSeconds:F1} s");
        output.WriteLine("mappings: " + string.Join(", ", MappedPair.All.Select(f => $"{f} {mapped.GetValueOrDefault(f)}")));
        Assert.Empty(MappedPair.All.Except(mapped.Keys));
        Assert.Empty(mapped.Keys.Except(MappedPair.All));
        Assert.All(SchemaFeatures.All, f => Assert.True(features.GetValueOrDefault(f) * 20 >= count, $"'{f}' was drawn {features.GetValueOrDefault(f)} times in {count}."));
        Assert.Empty(SchemaPairGen.Kinds.Except(changes));
    }

    private void GoThereAndBack(ConvertedPair drawn)
    {
        using var file = new SqliteFile();
        void Connect(DbContextOptionsBuilder options) => options.UseSqlite(file.Connection);
        using var mapped = new MappedRows(drawn, Connect);
        var pair = mapped.Whole(_traits);
        var (differ, replayer) = (new SchemaDiffer(_traits), new Replayer(_traits));
        var rows = new SurvivingRows(drawn.Plain, _traits);
        var first = differ.Diff(SchemaState.Empty, pair.From, DiffDecisions.None).Operations;
        file.Apply(first);
        var store = new FileRows(file);
        rows.Fill(store);
        mapped.Fill();
        mapped.AssertAre(Moment.Before);
        AssertIs(pair.From, file);

        var from = replayer.Apply(SchemaState.Empty, first);
        var there = differ.Diff(from, pair.To, pair.Decisions);
        Assert.Empty(SchemaComparer.Compare(pair.To, replayer.Apply(from, there.Operations), seeds: true));
        mapped.AssertSaid(there);
        file.Apply(there.Operations);
        AssertIs(pair.To, file);
        Assert.Empty(rows.Missing(store, isBack: false));
        mapped.AssertAre(Moment.After);

        file.Apply(differ.Diff(pair.To, from, there.Reverse).Operations);
        AssertIs(pair.From, file);
        Assert.Empty(rows.Missing(store, isBack: true));
        mapped.AssertAre(Moment.Again);
    }

    private sealed class FileRows(SqliteFile file) : IRowStore
    {
        public string OverridingNumbers => "";

        public void InsertUnchecked(IEnumerable<string> inserts)
        {
            file.Execute("PRAGMA foreign_keys = OFF");
            foreach (var sql in inserts)
                file.Execute(sql);
            file.Execute("PRAGMA foreign_keys = ON");
        }

        public IReadOnlyList<string> Query(string sql) => file.Query(sql);

        public string Text(string expression) => $"quote({expression})";

        public string StoreType(Column column) => column.StoreType;
    }

    private static void AssertIs(SchemaState expected, SqliteFile file)
    {
        Assert.Empty(SchemaComparer.Compare(expected, file.State, seeds: false));
        Assert.Empty(file.Query("PRAGMA foreign_key_check"));
        Assert.Equal(["ok"], file.Query("PRAGMA integrity_check"));
    }
}
