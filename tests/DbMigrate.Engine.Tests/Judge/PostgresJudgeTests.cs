using System;
using System.Linq;
using DbMigrate.Engine.Tests.Postgres;
using DbMigrate.Tests.Shared;
using Xunit;

namespace DbMigrate.Engine.Tests.Judge;

/// <summary>A PostgreSQL database that our operations migrate is one that EF's own operations migrate; where not, a rule says why.</summary>
public sealed class PostgresJudgeTests(PostgresJudgeTests.Fixture fixture) : IClassFixture<PostgresJudgeTests.Fixture>
{
    public static TheoryData<string> Names => [.. PostgresCases.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_EF_makes_is_what_we_make(string name)
    {
        var unexplained = fixture.Court.Of(name).SelectMany(v => v.Unexplained(PostgresRules.All)).ToList();
        Assert.True(unexplained.Count == 0, string.Join("\n", unexplained));
    }

    [Fact]
    public void Every_rule_is_needed() => Assert.Empty(PostgresRules.All.Except(fixture.Court.All.SelectMany(v => v.Hit(PostgresRules.All))).Select(r => r.Name));

    [Fact]
    public void Every_operation_property_annotation_and_mapping_occurs()
    {
        var verdicts = fixture.Court.All.ToList();
        var found = verdicts.SelectMany(v => OperationFacts.Of(v.Ours).Concat(ModelFacts.Of(v.Target))).ToHashSet();
        var missing = FeatureList.Postgres.Missing(found).ToList();
        Assert.True(missing.Count == 0, string.Join("\n", missing));
    }

    [Fact]
    public void Drawn_models_are_judged_alike() => RandomCases.Judge(PostgresModels.Pair, fixture.Court, PostgresRules.All, 60);

    public sealed class Fixture(PostgresServer server) : IDisposable
    {
        internal Court Court { get; } = new(PostgresCases.All, () => new PostgresBench(server));

        public void Dispose() => Court.Dispose();
    }
}
