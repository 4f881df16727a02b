using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CsCheck;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Tests.Generators;
using DbMigrate.Engine.Tests.Model;
using DbMigrate.Engine.Tests.Sql.Sqlite;
using Xunit;

namespace DbMigrate.Engine.Tests.Laws;

/// <summary>
/// A filled database at A, after applying the difference to B, is B; after undoing it, A; rows that both can hold
/// are intact.
/// </summary>
public sealed class PairLawTests
{
    private static readonly int Cases = int.Parse(Environment.GetEnvironmentVariable("DBMIGRATE_CASES") ?? "200", CultureInfo.InvariantCulture);

    private readonly ProviderTraits _traits = new SqliteProvider(new ModelContext(_ => { })).Traits;

    [Fact]
    public void A_filled_database_follows_any_difference_there_and_back()
    {
        var features = new Dictionary<string, int>();
        var changes = new HashSet<string>();
        new SchemaPairGen(_traits).Sample(
            pair =>
            {
                foreach (var feature in SchemaFeatures.Of(pair.From).Union(SchemaFeatures.Of(pair.To)))
                    features[feature] = features.GetValueOrDefault(feature) + 1;
                changes.UnionWith(pair.Changes);
                GoThereAndBack(pair);
            },
            iter: Cases, threads: 1, print: SchemaPrinter.Print);

        Assert.All(SchemaFeatures.All, f => Assert.True(features.GetValueOrDefault(f) * 20 >= Cases, $"'{f}' was drawn {features.GetValueOrDefault(f)} times in {Cases}."));
        Assert.Empty(SchemaPairGen.Kinds.Except(changes));
    }

    private void GoThereAndBack(SchemaPair pair)
    {
        using var file = new SqliteFile();
        var differ = new SchemaDiffer(_traits);
        var rows = new SurvivingRows(pair, _traits);
        file.Apply(differ.Diff(SchemaState.Empty, pair.From, DiffDecisions.None).Operations);
        var store = new FileRows(file);
        rows.Fill(store);
        AssertIs(pair.From, file);

        var there = differ.Diff(pair.From, pair.To, pair.Decisions);
        file.Apply(there.Operations);
        AssertIs(pair.To, file);
        Assert.Empty(rows.Missing(store, isBack: false));

        file.Apply(differ.Diff(pair.To, pair.From, there.Reverse).Operations);
        AssertIs(pair.From, file);
        Assert.Empty(rows.Missing(store, isBack: true));
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
