using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DbMigrate.Asking;
using DbMigrate.Completion;
using DbMigrate.Output;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;
using DbMigrate.Revisions.Graph;

namespace DbMigrate.Commands;

/// <summary>Writes a revision with what has changed in the model since the last one.</summary>
[Cmdlet(VerbsCommon.New, "DbMigration", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(MigrationRevision))]
public sealed class NewDbMigrationCommand : NewRevisionCommand
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

    /// <summary>The revisions that it builds on, instead of the head.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RevisionCompleter))]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string?[]? Head { get; set; }

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
        Source.RequireUse([.. new[] { nameof(Rename), nameof(Fill) }.Where(MyInvocation.BoundParameters.ContainsKey).Select(p => "-" + p)]);
        IsOffline = !Source.ReadsDatabase;
        var place = new RevisionPlacement(Graph);
        var header = Header(place, place.Parents(Named(nameof(Head), Head), Splice), Message);
        var request = Describe(new GenerateRequest(), place, header);
        request.DependsOn = [.. place.DependsOn(Named(nameof(DependsOn), DependsOn) ?? [])];
        request.Empty = Empty;
        request.FromDatabase = FromDatabase;
        request.Baseline = Baseline;
        request.Renames = RenameArgument.Read(Rename);
        request.Fills = FillArgument.Read(Fill);
        if (request.Parents.Length > 1)
            RequireNoConflict(request);
        Offer(request);
    }

    private protected override MadeRevision? Make(NewRevisionRequest request)
    {
        var result = Generate((GenerateRequest)request);
        if (!result.HasChanges)
            HostText.Write(this, Source.Nothing(result.IsEmptiedByHook));
        return result.HasChanges ? new(result.Script, result.Operations, Source.Hint(request.RevisionId)) : null;
    }

    private GenerateResult Generate(GenerateRequest request)
    {
        var decisions = new Decisions(this, request);
        while (true)
        {
            try
            {
                var result = Call<GenerateResult>(Methods.Generate, request);
                decisions.Tell();
                return result;
            }
            catch (DbMigrateException e)
            {
                if (decisions.Settle(e))
                    continue;
                decisions.Tell();
                throw;
            }
        }
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

    private IReadOnlyList<string>? Named(string parameter, string?[]? value)
        => MyInvocation.BoundParameters.ContainsKey(parameter) ? RevisionArgument.Check(value, parameter) : null;
}
