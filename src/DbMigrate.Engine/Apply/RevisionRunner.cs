using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Linq;
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
            var script = Begin(code, down, attempt);
            RunStatements(script, attempt);
            Record(code, down, attempt);
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
    private SqlScript Begin(RevisionCode code, bool down, RevisionAttempt attempt)
    {
        for (var left = Attempts; ; left--)
        {
            var stamp = session.SchemaStamp();
            var script = RevisionSql.Generate(code, down, provider, ActualSchema.Read(provider, session.Connection, access.History));
            session.Begin(script);
            if (left == 1 || session.SchemaStamp() == stamp)
            {
                attempt.HasBegun = true;
                attempt.Total = script.Statements.Count;
                return script;
            }
            session.Rollback();
            session.End();
        }
    }

    private void RunStatements(SqlScript script, RevisionAttempt attempt)
    {
        foreach (var statement in script.Statements)
        {
            attempt.Start(statement);
            cancellation.ThrowIfCancellationRequested();
            observer.Statement(attempt.Script, attempt.Number, attempt.Total, statement.Purpose);
            if (statement.SuppressTransaction)
            {
                session.Commit();
                attempt.Committed = attempt.Number - 1;
            }
            Execute(statement);
            if (statement.SuppressTransaction)
            {
                attempt.Committed = attempt.Number;
                session.Begin(script);
            }
        }
        attempt.Start(null);
    }

    private void Execute(SqlStatement statement)
    {
        try
        {
            session.Execute(statement.Text, cancellation);
        }
        catch (DbException e) when (statement.Evidence is { } evidence && session.FirstRows(evidence.Query) is { Count: > 0 } rows)
        {
            throw ErrorCatalogue.ValueNotConvertible.Error($"{evidence.Problem}:\n{string.Join("\n", rows.Select(r => "  " + r))}", inner: e);
        }
    }

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
