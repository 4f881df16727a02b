using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Apply;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Requests;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Scripting;

namespace DbMigrate.Engine.Comparison;

/// <summary>Reads the schemas of two sides so that they can be compared: in the same words, and without what is not ours.</summary>
internal sealed class ComparedSchemas(TargetDatabase target, RevisionFolder folder, CompiledScripts scripts, RequestScope scope)
{
    private readonly WaitLimit _wait = new(StatusHandler.ReadWait, scope.Cancellation);
    private readonly Lazy<IReadOnlyList<HistoryRow>> _history = new(() => target.ReadHistory(new WaitLimit(StatusHandler.ReadWait, scope.Cancellation)));

    /// <summary>The applied revisions that the folder has.</summary>
    public IReadOnlyCollection<string> Applied => [.. folder.AppliedIds(_history.Value).Where(id => folder.Graph.Find(id) is not null)];

    /// <summary>Both schemas.</summary>
    public (SchemaState Reference, SchemaState Difference) Read(ComparedSide reference, ComparedSide difference)
    {
        var (left, right) = Pair(reference, difference);
        return target.Filter.Apply(left, reference.Kind, right, difference.Kind);
    }

    /// <summary>What the applied revisions add up to and what the database has.</summary>
    public (SchemaState Recorded, SchemaState Actual) ReadDrift()
    {
        var (recorded, actual) = Align(Recorded(Applied));
        return target.Filter.Apply(recorded, Filters.SchemaFilter.Scripts, actual, Filters.SchemaFilter.Database);
    }

    private (SchemaState Left, SchemaState Right) Pair(ComparedSide left, ComparedSide right)
    {
        if (right.IsDatabase)
            return left.IsDatabase ? Same(target.ReadActual(_wait)) : Align(left.IsModel ? Model(Recorded(Applied)) : Recorded(left));
        if (left.IsDatabase || (right.IsModel && !left.IsModel))
            return Swap(Pair(right, left));
        if (right.IsModel)
            return Same(Model(SchemaState.Empty));
        var recorded = Recorded(right);
        return (left.IsModel ? Model(recorded) : Recorded(left), recorded);
    }

    private (SchemaState Expected, SchemaState Actual) Align(SchemaState expected)
    {
        var aligned = target.ReadAligned(expected, _wait);
        foreach (var unknown in aligned.Unknown)
            scope.Warning(unknown);
        return (aligned.Expected, aligned.Actual);
    }

    private SchemaState Model(SchemaState recorded) => new ModelGaps(target.Traits).Fill(recorded, target.ReadDesired(), DiffDecisions.None);

    private SchemaState Recorded(ComparedSide side) => Recorded(folder.Graph.AncestorsAndSelf(side.Revisions));

    private SchemaState Recorded(IEnumerable<string> ids)
    {
        var wanted = ids.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return RecordedSchema.Replay(scripts.Load([.. folder.Scripts.Where(s => wanted.Contains(s.Header.Id))], target.MethodSuffix, scope), target.Traits);
    }

    private static (SchemaState Left, SchemaState Right) Same(SchemaState state) => (state, state);

    private static (SchemaState Left, SchemaState Right) Swap((SchemaState Left, SchemaState Right) pair) => (pair.Right, pair.Left);
}
