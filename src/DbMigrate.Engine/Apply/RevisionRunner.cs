using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Globalization;
using System.Threading;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Scripting;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Apply;

/// <summary>
/// Applies or undoes one revision: its statements and its history row are there together or not at all. Every
/// attempt that began leaves a row in the log.
/// </summary>
internal sealed class RevisionRunner(RevisionSession session, DatabaseAccess access, DatabaseProvider provider, IRunObserver observer, CancellationToken cancellation)
{
    private const int Attempts = 5;

    private readonly List<string> _done = [];

    /// <summary>Runs one revision after those that this runner has run already.</summary>
    /// <returns>How long it took.</returns>
    /// <exception cref="DbMigrateException">It failed, and nothing of it remains.</exception>
    /// <exception cref="RunCancelledException">It was stopped, and nothing of it remains.</exception>
    public long Run(RevisionCode code, bool down)
    {
        var attempt = new RevisionAttempt(code.Script, down, _done);
        try
        {
            attempt.RequireRunning(cancellation);
            var (script, entry, isResumed) = Begin(code, down, attempt);
            var segments = new SegmentRunner(session, access.History.Journal, attempt, observer, cancellation);
            segments.Run(script, entry, isResumed);
            Record(code, down, attempt);
            segments.Finish();
            session.Commit();
            session.End();
        }
        catch (Exception e)
        {
            Abandon(attempt, e);
            if (attempt.Explain(e, access, cancellation) is { } explained)
                throw explained;
            throw;
        }
        foreach (var warning in session.TakeWarnings())
            observer.Warning($"Revision {code.Id}: {warning}");
        _done.Add(code.Id);
        return attempt.ElapsedMs;
    }

    // The schema is read before the transaction, because pragmas must be set before it; where another program
    // changes it in between, it is read again.
    private (SqlScript Script, JournalEntry Entry, bool IsResumed) Begin(RevisionCode code, bool down, RevisionAttempt attempt)
    {
        var direction = down ? LogEntry.Down : LogEntry.Up;
        var unfinished = Unfinished.Of(access.History.Journal.Read(session.Connection, 0), code.Script, direction);
        for (var left = Attempts; ; left--)
        {
            var stamp = session.SchemaStamp();
            var script = unfinished?.Script.ToScript() ?? RevisionSql.Generate(code, down, provider, ActualSchema.Read(provider, session.Connection, access.History));
            session.Begin(script);
            if (left == 1 || session.SchemaStamp() == stamp)
            {
                attempt.HasBegun = true;
                attempt.Total = script.Statements.Count;
                attempt.Committed = unfinished?.Done ?? 0;
                return (script, unfinished ?? Entry(code, direction, script), unfinished is not null);
            }
            session.Rollback();
            session.End();
        }
    }

    private static JournalEntry Entry(RevisionCode code, string direction, SqlScript script) => new(code.Id, direction)
    {
        ScriptHash = code.Script.Hash,
        Done = 0,
        Script = JournalScript.Of(script),
        StartedAt = DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture),
        RunBy = Operator.Name,
    };

    private void Record(RevisionCode code, bool down, RevisionAttempt attempt)
    {
        cancellation.ThrowIfCancellationRequested();
        var bookkeeping = new Bookkeeping(access.History);
        foreach (var sql in bookkeeping.Create)
            session.Execute(sql, CancellationToken.None);
        access.History.RequireRow(session.Connection, code.Id, isRecorded: down);
        session.Execute(down ? bookkeeping.Remove(code.Id) : bookkeeping.Add(code.Script, HistoryRow.Applied, RunFacts.Now(attempt.ElapsedMs)), CancellationToken.None);
        session.Execute(access.History.Append(attempt.LogEntry(LogEntry.Succeeded, "")), CancellationToken.None);
    }

    private void Abandon(RevisionAttempt attempt, Exception reason)
    {
        try
        {
            session.Rollback();
            session.End();
            if (attempt.HasBegun)
                session.RunApart([access.History.CreateLog, access.History.Append(attempt.LogEntry(reason is OperationCanceledException ? LogEntry.Cancelled : LogEntry.Failed, reason.Message))]);
        }
        catch (DbException e)
        {
            observer.Warning($"The failed attempt could not be written to {access.History.LogTable}: {e.Message}");
        }
    }
}
