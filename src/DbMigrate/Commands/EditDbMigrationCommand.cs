using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DbMigrate.Completion;
using DbMigrate.Editing;
using DbMigrate.Output;
using DbMigrate.Revisions.Errors;
using DbMigrate.Revisions.Graph;

namespace DbMigrate.Commands;

/// <summary>Opens revision scripts in an editor.</summary>
[Cmdlet(VerbsData.Edit, "DbMigration", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(MigrationRevision))]
public sealed class EditDbMigrationCommand : LookupCommand
{
    /// <summary>The revisions to edit.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RevisionCompleter))]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string?[]? Revision { get; set; } = ["head"];

    private protected override void Process()
    {
        foreach (var revision in RevisionArgument.Check(Revision).SelectMany(Scripts))
            Edit(revision);
    }

    private IReadOnlyList<Revision> Scripts(string expression)
    {
        var found = Find(expression);
        if (found.Count > 0)
            return found;
        throw ErrorCatalogue.RevisionNotFound.Error(
            RevisionResolver.NamesCurrent(expression) ? "No current revisions: nothing is applied to the database." : $"No revision files indicated by symbol '{expression}'.", expression);
    }

    private void Edit(Revision revision)
    {
        var confirmation = new Confirmation(this, ConfirmImpact.Medium);
        var editor = Editor.Find(confirmation.WhyNobodyAnswers());
        var what = $"Edit the script {revision.Script.Path} with {editor.Program}";
        if (!confirmation.Ask(what, what + "?", out _))
            return;

        editor.Open(revision.Script.Path, SessionState.Path.CurrentFileSystemLocation.Path, StopToken);

        // What was saved may say something else now.
        if (ReadGraph().Ordered.FirstOrDefault(r => r.Script.Path == revision.Script.Path) is { } edited)
            WriteObject(RevisionObjects.AsDetail(RevisionObjects.From(edited)));
    }
}
