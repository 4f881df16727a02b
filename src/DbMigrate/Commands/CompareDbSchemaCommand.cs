using System.Management.Automation;
using DbMigrate.Completion;
using DbMigrate.Output;
using DbMigrate.Protocol;

namespace DbMigrate.Commands;

/// <summary>Shows what differs between the model, revisions and the live database, any two of them.</summary>
[Cmdlet(VerbsData.Compare, "DbSchema")]
[OutputType(typeof(SchemaDifference))]
public sealed class CompareDbSchemaCommand : DatabaseCommand
{
    /// <summary>What should be: <c>Model</c>, <c>Database</c> or a revision.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(SchemaSideCompleter))]
    [AllowNull]
    [AllowEmptyString]
    public string? Reference { get; set; } = CompareRequest.Model;

    /// <summary>What is compared with it: <c>Model</c>, <c>Database</c> or a revision.</summary>
    [Parameter(Position = 1)]
    [ArgumentCompleter(typeof(SchemaSideCompleter))]
    [AllowNull]
    [AllowEmptyString]
    public string? Difference { get; set; } = CompareRequest.Live;

    private protected override void End()
    {
        var reference = RevisionArgument.Check(Reference, nameof(Reference));
        var difference = RevisionArgument.Check(Difference, nameof(Difference));
        ForEachDatabase(database =>
        {
            var request = new CompareRequest { Folder = FolderMessage(), Database = database, Reference = reference, Difference = difference };
            foreach (var found in DifferenceObjects.From(Call<CompareResult>(Methods.Compare, request).Differences, database.Database))
                WriteObject(found);
        });
    }
}
