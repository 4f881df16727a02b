using System.Linq;
using DbMigrate.Output;
using DbMigrate.Protocol;

namespace DbMigrate.Commands;

/// <summary>Makes the objects that cmdlets return for databases.</summary>
internal static class StatusObjects
{
    public static MigrationStatus From(StatusResult status)
    {
        var last = status.Applied.OrderBy(a => RevisionObjects.Time(a.AppliedAt)).LastOrDefault();
        return new MigrationStatus
        {
            Database = status.Database.Database,
            DataSource = status.Database.DataSource,
            Current = status.Current,
            Heads = status.Heads,
            Pending = status.Pending,
            IsUpToDate = status.Pending.Length == 0 && status.Unknown.Length == 0 && status.Unfinished.Length == 0,
            AppliedAt = last is null ? null : RevisionObjects.Time(last.AppliedAt),
            AppliedBy = last?.AppliedBy,
            Unknown = status.Unknown,
            Changed = status.Changed,
            Unfinished = status.Unfinished,
        };
    }
}
