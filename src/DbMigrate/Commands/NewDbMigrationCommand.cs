using System.Collections;
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

/// <summary>Writes a revision with what has changed in the model since the last one.</summary>
[Cmdlet(VerbsCommon.New, "DbMigration", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(MigrationRevision))]
public sealed class NewDbMigrationCommand : DatabaseCommand
{
    /// <summary>What the revision is for.</summary>
    [Parameter(Position = 0)]
    [AllowEmptyString]
    public string Message { get; set; } = "";

    /// <summary>Writes a script without operations, to be filled by hand.</summary>
    [Parameter]
    public SwitchParameter Empty { get; set; }

    /// <summary>Compares the model with the live database, too.</summary>
    [Parameter]
    public SwitchParameter FromDatabase { get; set; }

    /// <summary>Writes a first revision with what the database has already.</summary>
    [Parameter]
    public SwitchParameter Baseline { get; set; }

    /// <summary>The id of the revision, instead of a generated one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? RevisionId { get; set; }

    /// <summary>The revisions that it builds on, instead of the head.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RevisionCompleter))]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string?[]? Head { get; set; }

    /// <summary>Lets it build on a revision that is no head, so that a branch begins there.</summary>
    [Parameter]
    public SwitchParameter Splice { get; set; }

    /// <summary>Labels of the branch that begins with it.</summary>
    [Parameter]
    [ValidateNotNull]
    public string[] BranchLabel { get; set; } = [];

    /// <summary>The version location that gets the script, instead of that of its parent.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VersionPathCompleter))]
    public string? VersionPath { get; set; }

    /// <summary>Revisions that must be applied before it, without being its parents.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RevisionCompleter))]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string?[]? DependsOn { get; set; }

    /// <summary>Renames: old name as the database has it, new name; null for what was dropped.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Rename { get; set; }

    /// <summary>Values for the rows that are there, by column.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary? Fill { get; set; }

    private RevisionSource Source => new(Empty, FromDatabase, Baseline);

    private protected override void End()
    {
        Source.RequireOne();
        IsOffline = !Source.ReadsDatabase;
        var request = Request();
        if (request.Parents.Length > 1)
            RequireNoConflict(request);
        var what = $"Write revision {request.RevisionId}{(Message.Length > 0 ? $" '{Message}'" : "")} to {request.Path}";
        var confirmation = new Confirmation(this, ConfirmImpact.Medium);
        if (confirmation.IsWhatIf)
            Preview(request, what, confirmation);
        else if (confirmation.Ask(what, what + "?", out _))
            Write(request);
    }

    // A revision with several parents merges them, whatever else it does.
    private void RequireNoConflict(GenerateRequest request)
    {
        var merge = new MergeRequest
        {
            Folder = request.Folder,
            Databases = request.Databases,
            RevisionId = request.RevisionId,
            Parents = request.Parents,
            Created = request.Created,
            Path = request.Path,
            Preview = true,
        };
        if (ConflictObjects.Error(merge, Call<MergeResult>(Methods.Merge, merge)) is { } conflict)
            ThrowTerminatingError(conflict);
    }

    private void Preview(GenerateRequest request, string what, Confirmation confirmation)
    {
        request.Preview = true;
        var result = Call<GenerateResult>(Methods.Generate, request);
        if (!HasChanges(result))
            return;

        confirmation.Ask(what, what + "?", out _);
        HostText.Write(this, result.Script);
    }

    private void Write(GenerateRequest request)
    {
        var commands = PostWriteCommands.Prepare(Settings);
        var result = Call<GenerateResult>(Methods.Generate, request);
        if (!HasChanges(result))
            return;

        commands.Run(request.Path, WriteVerbose, StopToken);

        if (Baseline)
            HostText.Write(this, $"The database has all this already. Record that there: Set-DbMigrationStamp {request.RevisionId}. Update-Database is for databases that do not have it.");
        var header = RevisionHeaderText.Parse(result.Script, request.Path);
        WriteObject(RevisionObjects.AsDetail(RevisionObjects.New(header, request.Path, Graph) with { Operations = RevisionObjects.Operations(result.Operations) }));
    }

    private bool HasChanges(GenerateResult result)
    {
        if (!result.HasChanges)
            HostText.Write(this, Source.Nothing(result.IsEmptiedByHook));
        return result.HasChanges;
    }

    private GenerateRequest Request()
    {
        var place = new RevisionPlacement(Graph);
        if (RevisionId is not null)
            place.CheckId(RevisionId);
        var id = RevisionId ?? Revisions.Scripts.RevisionId.New();
        var header = new RevisionHeader
        {
            Id = id,
            Parents = place.Parents(Named(nameof(Head), Head), Splice),
            Labels = place.Labels(BranchLabel, id),
            DependsOn = place.DependsOn(Named(nameof(DependsOn), DependsOn) ?? []),
            Message = NewScript.OneLine(Message),
            Created = NewScript.Now(),
        };
        return new GenerateRequest
        {
            Folder = FolderMessage(),
            Databases = [.. DatabaseMessages()],
            Message = header.Message,
            RevisionId = header.Id,
            Parents = [.. header.Parents],
            Labels = [.. header.Labels],
            DependsOn = [.. header.DependsOn],
            Created = header.Created.ToString("o", CultureInfo.InvariantCulture),
            Path = NewScript.Path(Settings, header, place.Folder(Settings, VersionPaths(VersionPath), header.Parents)),
            Empty = Empty,
            FromDatabase = FromDatabase,
            Baseline = Baseline,
            Renames = RenameArgument.Read(Rename),
            Fills = FillArgument.Read(Fill),
        };
    }

    private IReadOnlyList<string>? Named(string parameter, string?[]? value)
        => MyInvocation.BoundParameters.ContainsKey(parameter) ? RevisionArgument.Check(value, parameter) : null;
}
