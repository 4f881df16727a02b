using System.Collections.Generic;
using System.Management.Automation;
using DbMigrate.Completion;
using DbMigrate.Output;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Graph;

namespace DbMigrate.Commands;

/// <summary>Writes a revision that joins others, where they can be joined.</summary>
[Cmdlet(VerbsData.Merge, "DbMigration", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(MigrationRevision))]
public sealed class MergeDbMigrationCommand : NewRevisionCommand
{
    private readonly List<string> _revisions = [];
    private bool _hasInput;

    /// <summary>The revisions to join; without it all heads.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RevisionCompleter))]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string?[]? Revision { get; set; } = ["heads"];

    /// <summary>What the merge is for.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? Message { get; set; }

    private protected override void Process()
    {
        base.Process();
        _hasInput = true;
        _revisions.AddRange(RevisionArgument.Check(Revision));
    }

    private protected override void End()
    {
        if (!_hasInput)
            return;
        IsOffline = true;
        var place = new RevisionPlacement(Graph);
        var parents = MergePlanner.Parents(Graph, _revisions, Splice);
        var header = Header(place, parents, Message ?? "merge " + string.Join(", ", parents));
        Offer(Describe(new MergeRequest(), place, header), $", which joins {string.Join(", ", parents)},");
    }

    private protected override MadeRevision Make(NewRevisionRequest request)
    {
        var result = Call<MergeResult>(Methods.Merge, (MergeRequest)request);
        if (ConflictObjects.Error(request, result) is { } conflict)
            ThrowTerminatingError(conflict);
        return new(result.Script, []);
    }
}
