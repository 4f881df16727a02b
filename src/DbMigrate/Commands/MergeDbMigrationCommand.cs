using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using DbMigrate.Completion;
using DbMigrate.Output;
using DbMigrate.PostWrite;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Graph;
using DbMigrate.Revisions.Scripts;

namespace DbMigrate.Commands;

/// <summary>Writes a revision that joins others, where they can be joined.</summary>
[Cmdlet(VerbsData.Merge, "DbMigration", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(MigrationRevision))]
public sealed class MergeDbMigrationCommand : NamedDatabaseCommand
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

    /// <summary>Labels for the branch that begins with the merge.</summary>
    [Parameter]
    [ValidateNotNull]
    public string[] BranchLabel { get; set; } = [];

    /// <summary>The id of the merge, instead of a generated one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? RevisionId { get; set; }

    /// <summary>Joins revisions that others build on, too.</summary>
    [Parameter]
    public SwitchParameter Splice { get; set; }

    /// <summary>The version location that gets the script, instead of that of the first revision joined.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VersionPathCompleter))]
    public string? VersionPath { get; set; }

    /// <summary>Works without a target: <c>Sqlite</c>, or the path of a provider assembly.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProviderCompleter))]
    public string? Provider { get; set; }

    private protected override (string Given, string FromEnvironment) ProviderChoice => (Provider ?? "", FromEnvironment(nameof(Provider)));

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
        var request = Request(MergePlanner.Parents(Graph, _revisions, Splice));
        var what = $"Write revision {request.RevisionId} '{request.Message}', which joins {string.Join(", ", request.Parents)}, to {request.Path}";
        var confirmation = new Confirmation(this, ConfirmImpact.Medium);
        if (confirmation.IsWhatIf)
        {
            request.Preview = true;
            var script = Merge(request).Script;
            confirmation.Ask(what, what + "?", out _);
            HostText.Write(this, script);
        }
        else if (confirmation.Ask(what, what + "?", out _))
        {
            Write(request);
        }
    }

    private void Write(MergeRequest request)
    {
        var commands = PostWriteCommands.Prepare(Settings);
        var header = RevisionHeaderText.Parse(Merge(request).Script, request.Path);
        commands.Run(request.Path, WriteVerbose, StopToken);
        WriteObject(RevisionObjects.AsDetail(RevisionObjects.New(header, request.Path, Graph)));
    }

    private MergeResult Merge(MergeRequest request)
    {
        var result = Call<MergeResult>(Methods.Merge, request);
        if (ConflictObjects.Error(request, result) is { } conflict)
            ThrowTerminatingError(conflict);
        return result;
    }

    private MergeRequest Request(IReadOnlyList<string> parents)
    {
        var place = new RevisionPlacement(Graph);
        if (RevisionId is not null)
            place.CheckId(RevisionId);
        var id = RevisionId ?? Revisions.Scripts.RevisionId.New();
        var header = new RevisionHeader
        {
            Id = id,
            Parents = parents,
            Labels = place.Labels(BranchLabel, id),
            Message = NewScript.OneLine(Message ?? "merge " + string.Join(", ", parents)),
            Created = NewScript.Now(),
        };
        return new MergeRequest
        {
            Folder = FolderMessage(),
            Databases = [.. DatabaseMessages()],
            Message = header.Message,
            RevisionId = header.Id,
            Parents = [.. header.Parents],
            Labels = [.. header.Labels],
            Created = header.Created.ToString("o", CultureInfo.InvariantCulture),
            Path = NewScript.Path(Settings, header, place.Folder(Settings, VersionPaths(VersionPath), parents)),
        };
    }
}
