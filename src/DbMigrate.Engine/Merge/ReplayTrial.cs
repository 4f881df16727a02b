using System.Collections.Generic;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Merge;

/// <summary>Adds revisions up.</summary>
internal sealed class ReplayTrial(ProviderTraits traits, SchemaState start) : IMergeTrial
{
    public TrialResult Run(IEnumerable<MergeStep> steps)
    {
        var state = start;
        foreach (var step in steps)
        {
            try
            {
                state = new Replayer(traits).Apply(state, step.Operations());
            }
            catch (DbMigrateException e) when (e.Kind == ErrorCatalogue.ReplayConflict)
            {
                return new(null, step, e.Message);
            }
        }

        return TrialResult.Reached(state);
    }
}
