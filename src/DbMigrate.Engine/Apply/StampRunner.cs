using System;
using System.Collections.Generic;
using System.Data.Common;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Apply;

/// <summary>Changes what is recorded, in one transaction that begins with reading the rows once more.</summary>
internal sealed class StampRunner(DatabaseAccess access, WaitLimit wait)
{
    private const int ReadSeconds = 30;

    /// <summary>Runs what is to do.</summary>
    /// <param name="plan">Decides by the rows.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="DbMigrateException">It failed, and nothing of it remains.</exception>
    public StampPlan Run(Func<IReadOnlyList<HistoryRow>, IReadOnlyList<JournalEntry>, StampPlan> plan)
    {
        using var session = access.OpenSession(wait, statementTimeout: 0);
        try
        {
            session.Begin(new SqlScript([], SchemaState.Empty));
            var done = plan(access.History.ReadAsIs(session.Connection, ReadSeconds), access.History.Journal.Read(session.Connection, ReadSeconds));
            if (!done.IsEmpty)
                Write(session, done);
            session.Commit();
            return done;
        }
        catch (DbException e)
        {
            throw access.Explain(e)
                ?? ErrorCatalogue.HistoryInvalid.Error($"The history table {access.History.HistoryTable} cannot be written: {e.Message} Nothing was changed.", access.History.HistoryTable.ToString(), inner: e);
        }
        finally
        {
            session.Rollback();
            session.End();
        }
    }

    private void Write(RevisionSession session, StampPlan plan)
    {
        foreach (var sql in new Bookkeeping(access.History).Create)
            session.Execute(sql, wait.Cancellation);
        foreach (var sql in plan.Statements(access.History, RunFacts.Now(0)))
            session.Execute(sql, wait.Cancellation);
    }
}
