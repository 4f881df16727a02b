using System;
using System.Collections.Generic;
using System.Globalization;
using DbMigrate.Engine.Model;
using DbMigrate.Revisions.Scripts;

namespace DbMigrate.Engine.Apply;

/// <summary>The statements that record revisions, the same in a run and in a script that people run.</summary>
internal sealed class Bookkeeping(HistoryStore store)
{
    public static string ToolVersion { get; } = typeof(Bookkeeping).Assembly.GetName().Version!.ToString(3);

    /// <summary>Makes our tables where they are not there.</summary>
    public IReadOnlyList<string> Create => [store.CreateHistory, store.CreateLog];

    /// <summary>Records a revision.</summary>
    public string Add(RevisionScript script, string kind, RunFacts run) => store.Insert(new HistoryRow(script.Header.Id)
    {
        Message = script.Header.Message,
        AppliedAt = run.FinishedAt,
        AppliedBy = run.By,
        DurationMs = run.DurationMs,
        ScriptHash = script.Hash,
        EfVersion = EfVersions.EfCoreVersion,
        ToolVersion = ToolVersion,
        Kind = kind,
    });

    /// <summary>Forgets a revision.</summary>
    public string Remove(string revision) => store.Delete(revision);

    /// <summary>Logs that something was done to a revision.</summary>
    public string Log(string revision, string direction, RunFacts run) => store.Append(new LogEntry(revision, direction)
    {
        StartedAt = run.FinishedAt,
        DurationMs = run.DurationMs,
        RunBy = run.By,
        ToolVersion = ToolVersion,
    });
}

/// <summary>When something was done, how long it took, and by whom.</summary>
internal sealed record RunFacts(string FinishedAt, long DurationMs, string By)
{
    /// <summary>For a script that people run: the database says when.</summary>
    public static RunFacts OfScript { get; } = new("", 0, "SQL script");

    public static RunFacts Now(long durationMs) => new(DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture), durationMs, Operator.Name);
}
