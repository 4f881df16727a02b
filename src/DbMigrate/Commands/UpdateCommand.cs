using System.ComponentModel;
using System.Management.Automation;
using DbMigrate.Completion;

namespace DbMigrate.Commands;

/// <summary>Applies revisions to databases.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class UpdateCommand : PlanCommand
{
    private readonly RevisionInput _input = new();

    /// <summary>Where to go; all that it builds on is applied too.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RevisionCompleter))]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string?[]? Revision { get; set; } = ["head"];

    // A hook that waits for one name must not miss the other.
    private protected sealed override string CommandName => "Update-Database";

    private protected sealed override bool IsDown => false;

    private protected sealed override ConfirmImpact Impact => ConfirmImpact.Medium;

    private protected sealed override void Process()
    {
        base.Process();
        _input.Add(NamedDatabases(), RevisionArgument.Check(Revision));
    }

    private protected sealed override void End()
    {
        if (!_input.IsEmpty)
            Run(_input.All, _input.Of);
    }
}
