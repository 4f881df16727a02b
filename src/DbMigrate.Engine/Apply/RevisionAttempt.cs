using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Threading;
using DbMigrate.Engine.Providers;
using DbMigrate.Revisions.Errors;
using DbMigrate.Revisions.Scripts;

namespace DbMigrate.Engine.Apply;

/// <summary>How far one attempt at a revision has come, and what to say when it ends early.</summary>
internal sealed class RevisionAttempt(RevisionScript script, bool down, IReadOnlyList<string> done)
{
    private readonly DateTimeOffset _started = DateTimeOffset.UtcNow;
    private readonly long _clock = Stopwatch.GetTimestamp();
    private SqlStatement? _statement;

    public RevisionScript Script => script;

    public bool HasBegun { get; set; }

    public int Total { get; set; }

    public int Number { get; private set; }

    /// <summary>How many statements are committed although the revision is not finished; only those around statements that need no transaction.</summary>
    public int Committed { get; set; }

    public long ElapsedMs => (long)Stopwatch.GetElapsedTime(_clock).TotalMilliseconds;

    private string Verb => down ? "undone" : "applied";

    /// <summary>Goes on to a statement of the script, or to what comes after them.</summary>
    /// <param name="statement">The statement; null for what comes after them.</param>
    /// <param name="number">Its number, from 1.</param>
    public void Start(SqlStatement? statement, int number)
    {
        _statement = statement;
        Number = number;
    }

    public void RequireRunning(CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
            throw new RunCancelledException($"The command was cancelled before revision {script.Header.Id}. {Done()}", cancellation);
    }

    public LogEntry LogEntry(string outcome, string error) => new(script.Header.Id, down ? Apply.LogEntry.Down : Apply.LogEntry.Up)
    {
        StartedAt = _started.ToString("O", CultureInfo.InvariantCulture),
        DurationMs = ElapsedMs,
        Outcome = outcome,
        Statement = outcome == Apply.LogEntry.Failed ? _statement?.Text ?? "" : "",
        Error = error,
        RunBy = Operator.Name,
        ToolVersion = Bookkeeping.ToolVersion,
    };

    /// <summary>What to throw instead of an exception that ended the attempt; null for itself.</summary>
    public Exception? Explain(Exception exception, DatabaseAccess access, CancellationToken cancellation) => exception switch
    {
        RunCancelledException => null,
        OperationCanceledException when cancellation.IsCancellationRequested
            => new RunCancelledException($"The command was cancelled in revision {script.Header.Id}. {Remains()} {Done()}", cancellation),
        TimeoutException => ErrorCatalogue.StatementTimeout.Error(
            $"Revision {script.Header.Id} ({script.Path}) could not be {Verb}: statement {Place()} took longer than allowed. {Remains()} {Done()}\n{_statement?.Text}", script.Header.Id, inner: exception),
        DbMigrateException e when HasBegun => e.Kind.Error(
            $"Revision {script.Header.Id} ({script.Path}) could not be {Verb}. {Remains()} {Done()}\n{e.Message}", script.Header.Id, e.Action, e),
        DbMigrateException e => e.Kind.Error($"{e.Message} {Done()}", e.Target.Length > 0 ? e.Target : script.Header.Id, e.Action, e),
        DbException when _statement is not null && !IsOfTheDatabase(access.Explain(exception)) => ErrorCatalogue.RevisionFailed.Error(
            $"Revision {script.Header.Id} ({script.Path}) could not be {Verb}: statement {Place()} failed: {access.Message(exception)} {Remains()} {Done()}\n{_statement.Text}", script.Header.Id, inner: exception),
        DbException => access.Explain(exception) is { } known
            ? known.Kind.Error($"Revision {script.Header.Id} could not be {Verb}: {known.Message} {Remains()} {Done()}", known.Target, known.Action, exception)
            : ErrorCatalogue.RevisionFailed.Error($"Revision {script.Header.Id} ({script.Path}) could not be {Verb}: {access.Message(exception)} {Remains()} {Done()}", script.Header.Id, inner: exception),
        _ => null,
    };

    // Other causes may be of a file that the statement itself names.
    private static bool IsOfTheDatabase(DbMigrateException? known) => known?.Kind == ErrorCatalogue.DatabaseReadOnly || known?.Kind == ErrorCatalogue.DatabaseBusy || known?.Kind == ErrorCatalogue.TooManyLocks;

    private string Place()
        => string.Create(CultureInfo.InvariantCulture, $"{Number} of {Total}{(_statement is null ? "" : $" ({_statement.Purpose})")}{Line()}");

    // Where the statement stands in the script as it is, that is SQL which somebody wrote, its line helps.
    private string Line()
    {
        var first = _statement?.Text.Split('\n')[0].Trim() ?? "";
        var at = first.Length < 8 ? -1 : script.Text.IndexOf(first, StringComparison.Ordinal);
        if (at < 0 || script.Text.IndexOf(first, at + 1, StringComparison.Ordinal) >= 0)
            return "";
        var line = 1;
        foreach (var letter in script.Text.AsSpan(0, at))
            line += letter == '\n' ? 1 : 0;
        return string.Create(CultureInfo.InvariantCulture, $", line {line}");
    }

    private string Remains() => Committed == 0
        ? "It was rolled back: nothing of it remains."
        : string.Create(CultureInfo.InvariantCulture, $"Statements 1 to {Committed} are committed and remain; the rest was rolled back. The same command goes on behind them.");

    private string Done() => DoneText.Of(done, down);
}
