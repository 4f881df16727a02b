using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CsCheck;
using DbMigrate.Engine.Tests.Laws;
using Xunit;

namespace DbMigrate.Engine.Tests.Judge;

/// <summary>Pairs of drawn models. The n-th pair is always the same, so that a run finds what the last one found.</summary>
internal static class RandomCases
{
    /// <summary>Judges as many pairs as DBMIGRATE_CASES says.</summary>
    public static void Judge(Gen<(ModelSpec From, ModelSpec To)> pairs, Court court, IReadOnlyList<JudgeRule> rules, int count)
    {
        count = int.Parse(Environment.GetEnvironmentVariable("DBMIGRATE_CASES") ?? count.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var unexplained = Enumerable.Range(1, count).SelectMany(n => Judge(n, pairs.Generate(new PCG(1, (ulong)n), null, out _), court, rules)).ToList();
        Assert.True(unexplained.Count == 0, string.Join("\n", unexplained));
    }

    private static IEnumerable<string> Judge(int number, (ModelSpec From, ModelSpec To) pair, Court court, IReadOnlyList<JudgeRule> rules)
    {
        var way = new JudgedWay($"drawn {number}", b => ModelSpecBuilder.Build(b, pair.From), b => ModelSpecBuilder.Build(b, pair.To));
        var unexplained = court.Hold(way).Unexplained([.. rules, CommonRules.OfEfAlone]).ToList();
        return unexplained.Count == 0 ? [] : [.. unexplained, $"{pair.From}\n-- to\n{pair.To}"];
    }
}
