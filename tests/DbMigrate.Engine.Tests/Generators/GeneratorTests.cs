using System.Collections.Generic;
using System.Linq;
using CsCheck;
using DbMigrate.Engine.Tests.Model;
using Xunit;

namespace DbMigrate.Engine.Tests.Generators;

/// <summary>Laws say nothing about what is not drawn.</summary>
public sealed class GeneratorTests
{
    private const int Cases = 1000;

    [Fact]
    public void Every_feature_is_in_one_of_twenty_schemas_and_every_kind_of_change_is_drawn()
    {
        var (features, changes) = (new Dictionary<string, int>(), new HashSet<string>());
        new SchemaPairGen(ModelContext.Traits()).Sample(
            pair =>
            {
                changes.UnionWith(pair.Changes);
                foreach (var feature in SchemaFeatures.Of(pair.From))
                    features[feature] = features.GetValueOrDefault(feature) + 1;
            },
            iter: Cases,
            threads: 1);
        Assert.Empty(SchemaFeatures.All.Where(f => features.GetValueOrDefault(f) < Cases / 20).Select(f => $"{f}: {features.GetValueOrDefault(f)}"));
        Assert.Empty(SchemaPairGen.Kinds.Except(changes));
        Assert.Empty(changes.Except(SchemaPairGen.Kinds));
    }
}
