using System.Collections.Generic;
using System.Linq;
using DbMigrate.Protocol;

namespace DbMigrate.Commands;

/// <summary>The revisions that are to be applied to one database, or undone.</summary>
/// <param name="database">The database.</param>
/// <param name="revisions">Where to go.</param>
/// <param name="plan">What would run.</param>
internal sealed class DatabasePlan(DatabaseMessage database, IReadOnlyList<string> revisions, PlanResult plan) : DatabaseWork(database, plan.Database)
{
    public IReadOnlyList<string> Revisions => revisions;

    public PlanResult Plan => plan;

    /// <summary>The steps that were agreed to.</summary>
    public IReadOnlyList<StepInfo> Confirmed { get; set; } = [];

    /// <summary>The steps that are done.</summary>
    public List<StepInfo> Done { get; } = [];

    protected override string State => Done.Count > 0
        ? $"{(Done[0].Down ? "undone" : "applied")} {string.Join(", ", Done.Select(s => s.Revision))}."
        : plan.Steps.Length == 0 ? "had nothing to do." : "not touched.";
}
