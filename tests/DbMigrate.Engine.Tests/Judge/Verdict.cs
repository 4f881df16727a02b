using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Tests.Judge;

/// <summary>What came of one way of a case.</summary>
/// <param name="Name">The way.</param>
/// <param name="Theirs">EF's operations.</param>
/// <param name="Ours">Our operations.</param>
/// <param name="Decisions">What our differ was told.</param>
/// <param name="Target">The model after.</param>
internal sealed record Verdict(
    string Name, IReadOnlyList<MigrationOperation> Theirs, IReadOnlyList<MigrationOperation> Ours, DiffDecisions Decisions, IRelationalModel Target)
{
    /// <summary>What the two databases do not share: EF's side is the expected one.</summary>
    public IReadOnlyList<SchemaDifference> Differences { get; init; } = [];

    /// <summary>Differences that no rule explains.</summary>
    public IEnumerable<string> Unexplained(IReadOnlyList<JudgeRule> rules)
        => Differences.Where(d => !rules.Any(r => r.Explains(this, d))).Select(d => $"{Name}: {d}");

    /// <summary>The rules that explain something.</summary>
    public IEnumerable<JudgeRule> Hit(IReadOnlyList<JudgeRule> rules) => rules.Where(r => Differences.Any(d => r.Explains(this, d)));
}

/// <summary>A way in which we deviate from EF on purpose.</summary>
/// <param name="Name">What is so.</param>
/// <param name="Reason">Why it is right.</param>
/// <param name="Explains">Whether it explains a difference.</param>
internal sealed record JudgeRule(string Name, string Reason, Func<Verdict, SchemaDifference, bool> Explains);
