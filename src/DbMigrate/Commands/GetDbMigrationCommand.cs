using System.Linq;
using System.Management.Automation;
using DbMigrate.Completion;
using DbMigrate.Output;

namespace DbMigrate.Commands;

/// <summary>Shows revisions in detail; starts a worker only to ask the database for <c>current</c>.</summary>
[Cmdlet(VerbsCommon.Get, "DbMigration")]
[OutputType(typeof(MigrationRevision))]
public sealed class GetDbMigrationCommand : LookupCommand
{
    /// <summary>The revisions to show.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RevisionCompleter))]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string?[]? Revision { get; set; } = ["head"];

    private protected override void Process()
    {
        foreach (var revision in RevisionArgument.Check(Revision).SelectMany(Find))
            WriteObject(RevisionObjects.AsDetail(RevisionObjects.From(revision)));
    }
}
