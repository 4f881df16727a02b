using System.Management.Automation;
using DbMigrate.Completion;
using DbMigrate.Output;

namespace DbMigrate.Commands;

/// <summary>Applies revisions to databases.</summary>
[Cmdlet(VerbsData.Update, "Database", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[Alias("Update-DbMigration")]
[OutputType(typeof(MigrationStep), typeof(string))]
public sealed class UpdateDatabaseCommand : PlanCommand
{
    private readonly RevisionInput _input = new();

    /// <summary>Where to go; all that it builds on is applied too.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RevisionCompleter))]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string?[]? Revision { get; set; } = ["head"];

    private protected override bool IsDown => false;

    private protected override ConfirmImpact Impact => ConfirmImpact.Medium;

    private protected override void Process()
    {
        base.Process();
        _input.Add(NamedDatabases(), RevisionArgument.Check(Revision));
    }

    private protected override void End()
    {
        if (!_input.IsEmpty)
            Run(_input.All, _input.Of);
    }
}
