using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Commands;

/// <summary>What a command is about to do to one database, and how far it has come.</summary>
/// <param name="Database">The database.</param>
/// <param name="Revisions">Where to go.</param>
/// <param name="Plan">What would run.</param>
internal sealed record DatabasePlan(DatabaseMessage Database, IReadOnlyList<string> Revisions, PlanResult Plan)
{
    /// <summary>The steps that were agreed to.</summary>
    public IReadOnlyList<StepInfo> Confirmed { get; init; } = [];

    /// <summary>The steps that are done.</summary>
    public List<StepInfo> Done { get; } = [];

    /// <summary>Two names for one database would share a history table, and the second would find everything applied.</summary>
    public static void RequireDifferent(IReadOnlyList<DatabasePlan> plans)
    {
        var byTable = plans.GroupBy(
            p => (p.Plan.Database.Provider, p.Plan.Database.DataSource, p.Plan.Database.Name, p.Database.HistorySchema, p.Database.HistoryTable), p => p.Plan.Database);
        foreach (var same in byTable.Where(g => g.Skip(1).Any()))
        {
            throw ErrorCatalogue.DatabaseAmbiguous.Error(
                $"{string.Join(" and ", same.Select(d => $"'{d.Database}'"))} are the same database, {same.Key.DataSource}: each needs one of its own. Nothing was changed.",
                same.Key.DataSource,
                "Correct the contexts or the connections that the settings' Databases name.");
        }
    }

    /// <summary>What became of the others when one of several databases failed.</summary>
    public static string Others(IEnumerable<DatabasePlan> plans, DatabasePlan failed)
        => string.Join("\n", plans.Where(p => p != failed).Select(p => $"Database '{p.Database.Database}': {p.State()}"));

    private string State() => Done.Count > 0
        ? $"{(Done[0].Down ? "undone" : "applied")} {string.Join(", ", Done.Select(s => s.Revision))}."
        : Plan.Steps.Length == 0 ? "had nothing to do." : "not touched.";
}
