using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using DbMigrate.Engine.Apply;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Merge;

/// <summary>Says whether lines of revisions can be joined: whichever comes first, all must run and lead to the same schema.</summary>
/// <param name="provider">The database's provider.</param>
/// <param name="scratch">Opens an empty database for trying; null where the provider has none.</param>
/// <param name="note">Told what could not be found out.</param>
/// <param name="cancellation">Stops between two revisions.</param>
internal sealed class MergeCheck(DatabaseProvider provider, Func<RevisionSession>? scratch, Action<string> note, CancellationToken cancellation)
{
    /// <summary>The SQL of lines that were not tried.</summary>
    public UntriedSql Untried { get; } = new();

    /// <summary>What stands against joining the lines; empty where nothing does.</summary>
    /// <exception cref="DbMigrateException"><c>ReplayConflict</c>: a line cannot be replayed whatever comes before it.</exception>
    public IReadOnlyList<MergeConflict> Find(Fork fork)
    {
        var replay = Replay(fork);
        var problems = Order(fork, replay);
        if (problems.Count == 0)
            problems = Try(fork);
        var objects = fork.Sides.Count == 2 ? Objects(fork, replay) : [];
        return problems.Count == 0 ? [.. objects.Where(c => c.IsHidden)] : objects.Count > 0 ? objects : problems;
    }

    private ReplayTrial Replay(Fork fork)
    {
        var start = new ReplayTrial(provider.Traits, SchemaState.Empty).Run(fork.Common);
        return new(provider.Traits, start.State ?? throw Unusable(start));
    }

    private static IReadOnlyList<MergeConflict> Order(Fork fork, ReplayTrial replay)
    {
        try
        {
            return new OrderCheck(fork, replay).Find();
        }
        catch (TrialUndecidedException e)
        {
            throw Unusable(e.Result);
        }
    }

    private IReadOnlyList<MergeConflict> Try(Fork fork)
    {
        try
        {
            if (scratch is not null)
                return new OrderCheck(fork, new ScratchTrial(provider, scratch, fork.Common, cancellation)).Find();
        }
        catch (TrialUndecidedException e)
        {
            note($"The merge was replayed, but not tried on an empty database, because {(e.Result.Failed is { } step ? "revision " + step.Id : "a revision below")} needs what no script makes: {e.Message}");
        }

        Untried.Note(fork);
        return [];
    }

    private IReadOnlyList<MergeConflict> Objects(Fork fork, ReplayTrial replay)
    {
        var start = replay.Run([]).State!;
        var ends = fork.Sides.Select(s => replay.Run(s.Steps).State).ToList();
        return ends is [{ } left, { } right]
            ? new ObjectConflicts(start, new(provider.Traits, start, left, fork.Sides[0]), new(provider.Traits, start, right, fork.Sides[1])).Find()
            : [];
    }

    private static DbMigrateException Unusable(TrialResult result)
        => ErrorCatalogue.ReplayConflict.Error($"Revision {result.Failed!.Id} ({result.Failed.Path}): {result.Error}", result.Failed.Id);
}
