using System.Collections.Generic;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Scripting;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Requests;

/// <summary>What revisions add up to.</summary>
internal static class RecordedSchema
{
    /// <exception cref="DbMigrateException"><c>ReplayConflict</c>, naming the script.</exception>
    public static SchemaState Replay(IEnumerable<RevisionCode> codes, ProviderTraits traits)
    {
        var state = SchemaState.Empty;
        foreach (var code in codes)
            state = Replay(state, code, down: false, traits);
        return state;
    }

    /// <exception cref="DbMigrateException"><c>ReplayConflict</c>, naming the script.</exception>
    public static SchemaState Replay(SchemaState state, RevisionCode code, bool down, ProviderTraits traits)
    {
        var operations = code.Operations(down, traits.ProviderName);
        try
        {
            return new Replayer(traits).Apply(state, operations);
        }
        catch (DbMigrateException e)
        {
            throw e.Kind.Error($"Revision {code.Id} ({code.Script.Path}): {e.Message}", code.Id, e.Action, e);
        }
    }
}
