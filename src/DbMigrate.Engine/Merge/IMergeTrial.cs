using System.Collections.Generic;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Merge;

/// <summary>A way to see what revisions lead to.</summary>
internal interface IMergeTrial
{
    /// <summary>Runs revisions one after the other on what the lines have in common.</summary>
    TrialResult Run(IEnumerable<MergeStep> steps);
}

/// <summary>What came of a trial.</summary>
/// <param name="State">The schema at the end; null where a revision failed.</param>
/// <param name="Failed">The revision that failed; null where it was one that the lines have in common.</param>
/// <param name="Error">Why.</param>
internal sealed record TrialResult(SchemaState? State, MergeStep? Failed, string Error)
{
    public static TrialResult Reached(SchemaState state) => new(state, null, "");
}
