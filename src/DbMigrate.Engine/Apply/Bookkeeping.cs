using System.Collections.Generic;
using DbMigrate.Engine.Model;
using DbMigrate.Revisions.Scripts;

namespace DbMigrate.Engine.Apply;

/// <summary>The statements that record one revision.</summary>
internal sealed class Bookkeeping(HistoryStore store, RevisionScript script, bool down)
{
    public static string ToolVersion { get; } = typeof(Bookkeeping).Assembly.GetName().Version!.ToString(3);

    /// <summary>Makes the history table where it is not there.</summary>
    public IReadOnlyList<string> Create => down ? [] : [store.CreateHistory];

    /// <summary>Adds or removes the history row; without a run, for a script that people run, the database says when.</summary>
    public string Change(RunFacts? run) => down ? store.Delete(script.Header.Id) : store.Insert(Row(run));

    private HistoryRow Row(RunFacts? run) => new(script.Header.Id)
    {
        Message = script.Header.Message,
        AppliedAt = run?.FinishedAt ?? "",
        AppliedBy = run is null ? "SQL script" : Operator.Name,
        DurationMs = run?.DurationMs ?? 0,
        ScriptHash = script.Hash,
        EfVersion = EfVersions.EfCoreVersion,
        ToolVersion = ToolVersion,
    };
}

/// <summary>When a run of a revision ended, and how long it took.</summary>
internal sealed record RunFacts(string FinishedAt, long DurationMs);
