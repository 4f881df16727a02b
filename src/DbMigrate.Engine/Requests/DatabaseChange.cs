using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Scripting;
using DbMigrate.Engine.Upgrades;
using DbMigrate.Revisions.Errors;
using DbMigrate.Revisions.Graph;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Requests;

/// <summary>What a new revision does to one database.</summary>
/// <param name="Target">The database.</param>
/// <param name="Before">What the scripts add up to for it.</param>
/// <param name="After">What its model asks for, or what a hook has made of that.</param>
/// <param name="Up">The way from the one to the other.</param>
/// <param name="Down">The way back.</param>
/// <param name="Losses">What is lost on the way.</param>
internal sealed record DatabaseChange(
    TargetDatabase Target,
    SchemaState Before,
    SchemaState After,
    IReadOnlyList<MigrationOperation> Up,
    IReadOnlyList<MigrationOperation> Down,
    IReadOnlyList<string> Losses)
{
    /// <summary>What the way back leads to: what was before, unless a hook has changed it.</summary>
    public SchemaState Undone { get; init; } = Before;

    /// <summary>What people should know beside the losses.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Drops of what views and triggers read, when all else is known.</summary>
    public IReadOnlyList<StrandedReaders> Stranded { get; init; } = [];

    /// <summary>What rows stand against on the way back.</summary>
    public IReadOnlyList<string> Obstacles { get; init; } = [];

    /// <summary>Whether a hook has changed what was found.</summary>
    public bool IsFromHook { get; init; }

    /// <summary>What an upgrade of EF Core is the reason of.</summary>
    public UpgradeNotes Upgrade { get; init; } = UpgradeNotes.None;

    public MethodPair Methods => new(Target.MethodSuffix, Target.Traits, Up, Down) { Losses = Losses, Obstacles = Obstacles, Comments = Comments() };

    /// <summary>The start of a revision that a person fills.</summary>
    public static DatabaseChange None(TargetDatabase target) => new(target, SchemaState.Empty, SchemaState.Empty, [], [], []);

    /// <summary>The change with what it does to views and triggers; hooks have had their say by then.</summary>
    public DatabaseChange WithStranded() => this with { Stranded = StrandedReaders.Find(Target.Traits, Before, Up) };

    /// <summary>Compares model and scripts.</summary>
    /// <param name="database">The two.</param>
    /// <param name="decisions">What a person decided.</param>
    /// <param name="graph">The revisions.</param>
    /// <exception cref="DbMigrateException">Names the database where there are several.</exception>
    public static DatabaseChange Find(DatabaseModel database, DiffDecisions decisions, RevisionGraph graph)
    {
        var (target, recorded, _) = database;
        return target.Named(() =>
        {
            var differ = new SchemaDiffer(target.Traits);
            var desired = new ModelGaps(target.Traits).Fill(recorded, database.Desired, decisions);
            var up = differ.Diff(recorded, desired, decisions);
            var down = up.Operations.Count == 0 ? new([], []) : differ.Diff(desired, recorded, up.Reverse);
            return new DatabaseChange(target, recorded, desired, up.Operations, down.Operations, up.Losses)
            {
                Obstacles = down.Obstacles,
                Warnings = up.Warnings,
                Upgrade = UpgradeNotes.Find(Upgrades.Upgrade.Find(graph, target.Versions), target.Traits, recorded, desired, decisions),
            };
        });
    }

    private Dictionary<MigrationOperation, string> Comments()
        => Upgrade.Comments(Up).Concat(Stranded.Select(s => KeyValuePair.Create(s.Operation, $"This {s.Text}.")))
            .GroupBy(c => c.Key, c => c.Value).ToDictionary(g => g.Key, g => string.Join(" ", g));
}
