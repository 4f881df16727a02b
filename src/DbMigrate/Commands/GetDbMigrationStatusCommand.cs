using System.Linq;
using System.Management.Automation;
using DbMigrate.Output;
using DbMigrate.Protocol;

namespace DbMigrate.Commands;

/// <summary>Shows where databases stand.</summary>
[Cmdlet(VerbsCommon.Get, "DbMigrationStatus")]
[OutputType(typeof(MigrationStatus))]
public sealed class GetDbMigrationStatusCommand : DatabaseCommand
{
    private protected override void End()
    {
        foreach (var database in DatabaseMessages())
            WriteObject(From(CallStatus(database)));
    }

    private static MigrationStatus From(StatusResult status)
    {
        var last = status.Applied.OrderBy(a => RevisionObjects.Time(a.AppliedAt)).LastOrDefault();
        return new MigrationStatus
        {
            Database = status.Database.Database,
            DataSource = status.Database.DataSource,
            Current = status.Current,
            Heads = status.Heads,
            Pending = status.Pending,
            IsUpToDate = status.Pending.Length == 0 && status.Unknown.Length == 0,
            AppliedAt = last is null ? null : RevisionObjects.Time(last.AppliedAt),
            AppliedBy = last?.AppliedBy,
            Unknown = status.Unknown,
            Changed = status.Changed,
        };
    }
}
