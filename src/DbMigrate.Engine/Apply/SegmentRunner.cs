using System.Data.Common;
using System.Linq;
using System.Threading;
using DbMigrate.Engine.Providers;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Apply;

/// <summary>
/// Runs the statements of one revision. One that cannot run in a transaction ends the segment before it; the journal
/// then says in the same transaction how far the revision is, so that whoever comes after a kill can go on.
/// </summary>
internal sealed class SegmentRunner(RevisionSession session, Journal journal, RevisionAttempt attempt, IRunObserver observer, CancellationToken cancellation)
{
    private bool _isJournalled;

    /// <summary>Runs what is not done yet, within the transaction that is open; leaves one open.</summary>
    /// <param name="script">All statements.</param>
    /// <param name="entry">The row to begin with.</param>
    /// <param name="isResumed">Whether an earlier run has begun, so that the row is there and the first statement may have been run.</param>
    public void Run(SqlScript script, JournalEntry entry, bool isResumed)
    {
        _isJournalled = isResumed;
        for (var i = entry.Done; i < script.Statements.Count; i++)
        {
            var statement = script.Statements[i];
            attempt.Start(statement, i + 1);
            cancellation.ThrowIfCancellationRequested();
            observer.Statement(attempt.Script, attempt.Number, attempt.Total, statement.Purpose);
            if (statement.SuppressTransaction)
                RunApart(script, entry, i, isResumed && i == entry.Done);
            else
                Execute(statement);
        }

        attempt.Start(null, script.Statements.Count);
    }

    /// <summary>Forgets how far the revision is, within the transaction that finishes it.</summary>
    public void Finish()
    {
        if (_isJournalled)
            session.Execute(journal.Remove(attempt.Script.Header.Id), CancellationToken.None);
    }

    private void RunApart(SqlScript script, JournalEntry entry, int index, bool isRepeated)
    {
        if (!_isJournalled)
        {
            session.Execute(journal.Create, CancellationToken.None);
            session.Execute(journal.Begin(entry with { Done = index }), CancellationToken.None);
        }
        else
        {
            session.Execute(journal.Advance(entry.Revision, index), CancellationToken.None);
        }

        session.Commit();
        _isJournalled = true;
        attempt.Committed = index;
        if (!session.IsDone(script.Statements[index].Text, isRepeated))
            Execute(script.Statements[index]);
        session.RunApart([journal.Advance(entry.Revision, index + 1)]);
        attempt.Committed = index + 1;
        session.Begin(script);
    }

    private void Execute(SqlStatement statement)
    {
        using var heartbeat = new Heartbeat(e => observer.StillRunning(attempt.Script, attempt.Number, attempt.Total, statement.Purpose, e));
        try
        {
            session.Execute(statement.Text, cancellation);
        }
        catch (DbException e) when (statement.Evidence is { } evidence && session.FirstRows(evidence.Query) is { Count: > 0 } rows)
        {
            throw ErrorCatalogue.ValueNotConvertible.Error($"{evidence.Problem}:\n{string.Join("\n", rows.Select(r => "  " + r))}", inner: e);
        }
    }
}
