using System.Linq;
using System.Management.Automation;
using DbMigrate.Output;

namespace DbMigrate.Commands;

/// <summary>Lists the revisions that nobody builds on, without starting a worker.</summary>
[Cmdlet(VerbsCommon.Get, "DbMigrationHead")]
[OutputType(typeof(MigrationRevision))]
public sealed class GetDbMigrationHeadCommand : FolderCommand
{
    /// <summary>Leaves out heads that another revision depends on.</summary>
    [Parameter]
    public SwitchParameter ResolveDependencies { get; set; }

    private protected override void End()
    {
        var heads = ResolveDependencies ? Graph.EffectiveHeads(Graph.Ordered.Select(r => r.Id)) : Graph.Heads;
        foreach (var head in heads)
            WriteObject(RevisionObjects.From(Graph.Find(head)!));
    }
}
