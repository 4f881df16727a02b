using System.Linq;
using System.Management.Automation;
using DbMigrate.Completion;
using DbMigrate.Output;
using DbMigrate.Revisions.Graph;

namespace DbMigrate.Commands;

/// <summary>Shows revisions in detail, without starting a worker.</summary>
[Cmdlet(VerbsCommon.Get, "DbMigration")]
[OutputType(typeof(MigrationRevision))]
public sealed class GetDbMigrationCommand : FolderCommand
{
    /// <summary>The revisions to show.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RevisionCompleter))]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string?[]? Revision { get; set; } = ["head"];

    private protected override void Process()
    {
        foreach (var id in RevisionArgument.Check(Revision).SelectMany(r => RevisionResolver.Resolve(Graph, r)))
            WriteObject(RevisionObjects.AsDetail(RevisionObjects.From(Graph.Find(id)!)));
    }
}
