using System.Linq;
using System.Management.Automation;
using DbMigrate.Output;

namespace DbMigrate.Commands;

/// <summary>Lists the revisions of the folder, newest first; starts a worker only to ask the database.</summary>
[Cmdlet(VerbsCommon.Get, "DbMigrationHistory")]
[OutputType(typeof(MigrationRevision))]
public sealed class GetDbMigrationHistoryCommand : DatabaseCommand
{
    /// <summary>Asks the database which revisions it has.</summary>
    [Parameter]
    public SwitchParameter IndicateCurrent { get; set; }

    private protected override void End()
    {
        var newestFirst = Graph.Ordered.Reverse();
        if (!IndicateCurrent)
        {
            WriteObject(newestFirst.Select(RevisionObjects.From), enumerateCollection: true);
            return;
        }

        var status = CallStatus(DatabaseMessage());
        WriteObject(newestFirst.Select(r => RevisionObjects.WithDatabase(r, status)), enumerateCollection: true);
    }
}
