using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Linq;
using System.Threading;
using DbMigrate.Engine.Apply;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Merge;

/// <summary>Applies revisions to an empty database that nobody else sees, as they would be to a real one.</summary>
internal sealed class ScratchTrial(DatabaseProvider provider, Func<RevisionSession> open, IReadOnlyList<MergeStep> common, CancellationToken cancellation) : IMergeTrial
{
    public TrialResult Run(IEnumerable<MergeStep> steps)
    {
        using var session = open();
        var state = SchemaState.Empty;
        foreach (var (step, isCommon) in common.Select(s => (s, true)).Concat(steps.Select(s => (s, false))))
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                var script = provider.GenerateSql(state, step.Operations());
                Run(session, script);

                // What all have in common is long and was applied before; of the rest nothing is believed.
                state = isCommon ? script.After : provider.Introspect(session.Connection);
            }
            catch (Exception e) when (e is DbException or DbMigrateException)
            {
                return new(null, isCommon ? null : step, e.Message);
            }
        }

        return TrialResult.Reached(state);
    }

    private void Run(RevisionSession session, SqlScript script)
    {
        session.Begin(script);
        try
        {
            foreach (var statement in script.Statements)
            {
                if (statement.SuppressTransaction)
                    session.Commit();
                session.Execute(statement.Text, cancellation);
                if (statement.SuppressTransaction)
                    session.Begin(script);
            }

            session.Commit();
        }
        finally
        {
            session.Rollback();
            session.End();
        }
    }
}
