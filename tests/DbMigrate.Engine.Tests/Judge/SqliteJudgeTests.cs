using System;
using System.Linq;
using CsCheck;
using DbMigrate.Engine.Tests.Laws;
using Xunit;

namespace DbMigrate.Engine.Tests.Judge;

/// <summary>A SQLite database that our operations migrate is one that EF's own operations migrate; where not, a rule says why.</summary>
public sealed class SqliteJudgeTests(SqliteJudgeTests.Fixture fixture) : IClassFixture<SqliteJudgeTests.Fixture>
{
    public static TheoryData<string> Names => [.. SqliteCases.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_EF_makes_is_what_we_make(string name)
    {
        var unexplained = fixture.Court.Of(name).SelectMany(v => v.Unexplained(SqliteRules.All)).ToList();
        Assert.True(unexplained.Count == 0, string.Join("\n", unexplained));
    }

    [Fact]
    public void Every_rule_is_needed() => Assert.Empty(SqliteRules.All.Except(fixture.Court.All.SelectMany(v => v.Hit(SqliteRules.All))).Select(r => r.Name));

    [Fact]
    public void Every_operation_property_annotation_and_mapping_occurs()
    {
        var verdicts = fixture.Court.All.ToList();
        var found = verdicts.SelectMany(v => OperationFacts.Of(v.Ours).Concat(ModelFacts.Of(v.Target))).ToHashSet();
        var missing = FeatureList.Sqlite.Missing(found).ToList();
        Assert.True(missing.Count == 0, string.Join("\n", missing));
    }

    [Fact]
    public void Drawn_models_are_judged_alike() => RandomCases.Judge(Gen.Select(ModelGen.Model, ModelGen.Model), fixture.Court, SqliteRules.All, 60);

    public sealed class Fixture : IDisposable
    {
        internal Court Court { get; } = new(SqliteCases.All, () => new SqliteBench());

        public void Dispose() => Court.Dispose();
    }
}
