using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.Management.Automation;
using DbMigrate.Completion;
using DbMigrate.PostWrite;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Graph;
using DbMigrate.Revisions.Scripts;

namespace DbMigrate.Commands;

/// <summary>A cmdlet that writes a revision.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class NewRevisionCommand : DatabaseCommand
{
    /// <summary>The id of the revision, instead of a generated one.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? RevisionId { get; set; }

    /// <summary>Lets it build on revisions that are no heads, so that a branch begins there.</summary>
    [Parameter]
    public SwitchParameter Splice { get; set; }

    /// <summary>Labels of the branch that begins with it.</summary>
    [Parameter]
    [ValidateNotNull]
    public string[] BranchLabel { get; set; } = [];

    /// <summary>The version location that gets the script, instead of that of its first parent.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VersionPathCompleter))]
    public string? VersionPath { get; set; }

    /// <summary>The header of the new revision, but for what only the worker knows.</summary>
    private protected RevisionHeader Header(RevisionPlacement place, IReadOnlyList<string> parents, string message)
    {
        if (RevisionId is not null)
            place.CheckId(RevisionId);
        var id = RevisionId ?? Revisions.Scripts.RevisionId.New();
        return new()
        {
            Id = id,
            Parents = parents,
            Labels = place.Labels(BranchLabel, id),
            Message = NewScript.OneLine(message),
            Created = NewScript.Now(),
        };
    }

    /// <summary>Puts into a request what every new revision has.</summary>
    private protected T Describe<T>(T request, RevisionPlacement place, RevisionHeader header)
        where T : NewRevisionRequest
    {
        request.Folder = FolderMessage();
        request.Databases = [.. DatabaseMessages()];
        request.Message = header.Message;
        request.RevisionId = header.Id;
        request.Parents = [.. header.Parents];
        request.Labels = [.. header.Labels];
        request.Created = header.Created.ToString("o", CultureInfo.InvariantCulture);
        request.Path = NewScript.Path(Settings, header, place.Folder(Settings, VersionPaths(VersionPath), header.Parents));
        return request;
    }

    /// <summary>Shows the revision or, when the user agrees, writes it.</summary>
    /// <param name="request">The revision.</param>
    /// <param name="detail">What is special about it, to stand after its name.</param>
    private protected void Offer(NewRevisionRequest request, string detail = "")
    {
        var what = $"Write revision {request.RevisionId}{(request.Message.Length > 0 ? $" '{request.Message}'" : "")}{detail} to {request.Path}";
        var confirmation = new Confirmation(this, ConfirmImpact.Medium);
        request.Preview = confirmation.IsWhatIf;
        if (!request.Preview)
        {
            if (confirmation.Ask(what, what + "?", out _))
                Write(request);
        }
        else if (Make(request) is { } preview)
        {
            confirmation.Ask(what, what + "?", out _);
            HostText.Write(this, preview.Script);
        }
    }

    /// <summary>Has the revision made, in a file unless it is a preview; null where there is nothing to make.</summary>
    private protected abstract MadeRevision? Make(NewRevisionRequest request);

    private void Write(NewRevisionRequest request)
    {
        var commands = PostWriteCommands.Prepare(Settings);
        if (Make(request) is not { } made)
            return;

        var header = RevisionHeaderText.Parse(made.Script, request.Path);
        commands.Run(request.Path, WriteVerbose, StopToken);
        if (made.Hint is { } hint)
            HostText.Write(this, hint);
        WriteObject(RevisionObjects.AsDetail(RevisionObjects.New(header, request.Path, Graph) with { Operations = RevisionObjects.Operations(made.Operations) }));
    }

    /// <summary>A revision that was made.</summary>
    /// <param name="Script">Its script.</param>
    /// <param name="Operations">What it does.</param>
    /// <param name="Hint">What the user must know of it; null for nothing.</param>
    private protected sealed record MadeRevision(string Script, IReadOnlyList<OperationInfo> Operations, string? Hint = null);
}
