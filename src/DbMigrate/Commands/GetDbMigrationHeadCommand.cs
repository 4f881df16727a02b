using System.Management.Automation;
using DbMigrate.Output;

namespace DbMigrate.Commands;

/// <summary>Lists the revisions that nobody builds on, without starting a worker.</summary>
[Cmdlet(VerbsCommon.Get, "DbMigrationHead")]
[OutputType(typeof(MigrationRevision))]
public sealed class GetDbMigrationHeadCommand : FolderCommand
{
    private protected override void End()
    {
        foreach (var head in Graph.Heads)
            WriteObject(RevisionObjects.From(Graph.Find(head)!));
    }
}
