using System;
using System.Collections.Generic;
using System.Linq;
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
    private readonly List<(IReadOnlyList<string>? Databases, IReadOnlyList<string> Revisions)> _input = [];

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
        _input.Add((NamedDatabases(), RevisionArgument.Check(Revision)));
    }

    private protected override void End()
    {
        // An empty pipeline asks for nothing, which is not the same as asking for the head.
        if (_input.Count > 0)
            Run([.. _input.SelectMany(i => i.Revisions)], RevisionsOf);
    }

    // One plan per database, whatever the order of the objects.
    private IReadOnlyList<string> RevisionsOf(string database)
        => [.. _input.Where(i => i.Databases?.Contains(database, StringComparer.OrdinalIgnoreCase) != false).SelectMany(i => i.Revisions).Distinct(StringComparer.OrdinalIgnoreCase)];
}
