using System.Linq;
using System.Management.Automation;
using DbMigrate.Output;

namespace DbMigrate.Commands;

/// <summary>Lists the revisions that several build on, without starting a worker.</summary>
[Cmdlet(VerbsCommon.Get, "DbMigrationBranch")]
[OutputType(typeof(MigrationRevision))]
public sealed class GetDbMigrationBranchCommand : FolderCommand
{
    private protected override void End()
    {
        foreach (var point in Graph.Ordered.Where(r => r.IsBranchPoint).Reverse())
        {
            var children = point.Children.Select(id => RevisionObjects.From(Graph.Find(id)!));
            WriteObject(RevisionObjects.AsBranch(RevisionObjects.From(point) with { Children = [.. children] }));
        }
    }
}
