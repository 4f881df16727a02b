using System;
using System.Linq;
using DbMigrate.Engine.Apply;
using DbMigrate.Protocol;

namespace DbMigrate.Engine.Requests;

/// <summary>Says where a database stands; neither builds a model nor compiles a script.</summary>
internal sealed class StatusHandler(TargetOpener targets) : RequestHandler<StatusRequest, StatusResult>(ProtocolJson.Default.StatusRequest, ProtocolJson.Default.StatusResult)
{
    public static readonly TimeSpan ReadWait = TimeSpan.FromSeconds(30);

    protected override StatusResult Handle(StatusRequest request, RequestScope scope)
    {
        using var target = targets.Open(request.Database, request.Folder, scope);
        var folder = RevisionFolder.Read(request.Folder);
        var history = target.ReadHistory(new WaitLimit(ReadWait, scope.Cancellation));
        return new StatusResult
        {
            Database = target.Info,
            Exists = target.Access.Exists,
            Current = [.. folder.Graph.EffectiveHeads(folder.AppliedIds(history))],
            Heads = [.. folder.Graph.Heads],
            Pending = [.. folder.Pending(history).Select(r => r.Id)],
            Unknown = [.. folder.Unknown(history)],
            Changed = [.. folder.Changed(history)],
            Unfinished = [.. target.ReadUnfinished(new WaitLimit(ReadWait, scope.Cancellation)).Select(e => $"{e.Revision}: {e.Place}{(e.Direction == LogEntry.Down ? ", being undone" : "")}")],
            Applied = [.. history.Select(Applied)],
        };
    }

    private static AppliedInfo Applied(HistoryRow row) => new()
    {
        Revision = row.Revision,
        Message = row.Message,
        AppliedAt = row.AppliedAt,
        AppliedBy = row.AppliedBy,
        Stamped = row.Kind == HistoryRow.Stamped,
        Hash = row.ScriptHash,
        DurationMilliseconds = row.DurationMs,
    };
}
