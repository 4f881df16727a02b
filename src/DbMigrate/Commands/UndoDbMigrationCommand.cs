using System.Management.Automation;
using DbMigrate.Completion;
using DbMigrate.Output;

namespace DbMigrate.Commands;

/// <summary>Undoes applied revisions.</summary>
[Cmdlet(VerbsCommon.Undo, "DbMigration", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(MigrationStep), typeof(string))]
public sealed class UndoDbMigrationCommand : PlanCommand
{
    /// <summary>Where to go; it stays applied itself.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(RevisionCompleter))]
    [AllowNull]
    [AllowEmptyString]
    public string? Revision { get; set; } = "-1";

    private protected override bool IsDown => true;

    private protected override ConfirmImpact Impact => ConfirmImpact.High;

    private protected override void End()
    {
        var revisions = RevisionArgument.Check([Revision]);
        Run(revisions, _ => revisions);
    }
}
