using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DbMigrate.Engine.Tests.Laws;

/// <summary>Right after applying a model's revisions, nothing differs between desired, recorded and actual.</summary>
public sealed class NoPhantomDriftTests
{
    private const int Models = 200;

    [Fact]
    public void Right_after_applying_a_rich_model_nothing_differs()
        => Assert.Empty(AppliedModel.Apply(RichModel.Build).Differences);

    [Fact]
    public void Right_after_applying_any_model_nothing_differs()
    {
        var seen = new ConcurrentDictionary<string, int>();
        ModelGen.Model.Sample(
            spec =>
            {
                foreach (var feature in Features(spec).Distinct())
                    seen.AddOrUpdate(feature, 1, (_, n) => n + 1);
                Assert.Empty(AppliedModel.Apply(model => ModelSpecBuilder.Build(model, spec)).Differences);
            },
            iter: Models);
        Assert.All(AllFeatures, feature => Assert.True(seen.GetValueOrDefault(feature) >= Models / 20, $"'{feature}' was drawn {seen.GetValueOrDefault(feature)} times in {Models}."));
    }

    private static readonly string[] AllFeatures =
    [
        .. Enum.GetNames<KeyKind>(), "key name", "table comment", "column comment", "default", "default expression", "stored", "virtual", "collation",
        "store type", "alternate key", "index", "unique index", "descending index", "filtered index", "check", "seeds", "foreign key", "self reference",
        .. Enum.GetNames<DeleteBehavior>().Where(n => !n.StartsWith("Client", StringComparison.Ordinal)),
    ];

    private static IEnumerable<string> Features(ModelSpec spec)
    {
        foreach (var table in spec.Tables)
        {
            yield return table.Key.ToString();
            foreach (var (isThere, feature) in Facts(table))
            {
                if (isThere)
                    yield return feature;
            }

            foreach (var key in table.ForeignKeys)
                yield return key.OnDelete.ToString();
        }
    }

    private static (bool IsThere, string Feature)[] Facts(TableSpec table) =>
    [
        (table.KeyName is not null && table.Key != KeyKind.None, "key name"),
        (table.Comment is not null, "table comment"),
        (table.Columns.Any(c => c.Comment is not null), "column comment"),
        (table.Columns.Any(c => c.Default is not null), "default"),
        (table.Columns.Any(c => c.DefaultSql is not null), "default expression"),
        (table.Columns.Any(c => c is { Computed: not null, IsStored: true }), "stored"),
        (table.Columns.Any(c => c is { Computed: not null, IsStored: false }), "virtual"),
        (table.Columns.Any(c => c.Collation is not null), "collation"),
        (table.Columns.Any(c => c.StoreType is not null), "store type"),
        (table.Unique.Count > 0, "alternate key"),
        (table.Indexes.Count > 0, "index"),
        (table.Indexes.Any(i => i.IsUnique), "unique index"),
        (table.Indexes.Any(i => i.IsDescending), "descending index"),
        (table.Indexes.Any(i => i.Filter is not null), "filtered index"),
        (table.Checks.Count > 0, "check"),
        (table.Seeds > 0, "seeds"),
        (table.ForeignKeys.Count > 0, "foreign key"),
        (table.ForeignKeys.Any(k => k.Principal == table.Name), "self reference"),
    ];
}
