using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DbMigrate.Completion;
using DbMigrate.Output;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Graph;

namespace DbMigrate.Commands;

/// <summary>Lists the revisions of the folder, newest first; starts a worker only to ask the database.</summary>
[Cmdlet(VerbsCommon.Get, "DbMigrationHistory")]
[OutputType(typeof(MigrationRevision))]
public sealed class GetDbMigrationHistoryCommand : LookupCommand
{
    /// <summary>The part to list, as <c>start:end</c>.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(RangeCompleter))]
    [AllowNull]
    [AllowEmptyString]
    public string? Range { get; set; }

    /// <summary>Asks the database which revisions it has.</summary>
    [Parameter]
    public SwitchParameter IndicateCurrent { get; set; }

    /// <summary>Draws how the revisions build on each other.</summary>
    [Parameter]
    public new SwitchParameter Graph { get; set; }

    private protected override void End()
    {
        if (!HasGathered)
            return;
        var revisions = Listed();
        var objects = IndicateCurrent ? RevisionObjects.WithDatabases(revisions, Statuses()) : revisions.Select(RevisionObjects.From);
        if (Graph)
            WriteObject(objects.Zip(GraphDrawing.Draw(revisions), (o, lines) => RevisionObjects.AsGraph(o with { Graph = [.. lines] })), enumerateCollection: true);
        else
            WriteObject(objects, enumerateCollection: true);
    }

    private protected override void Process() => GatherDatabases();

    private IReadOnlyList<StatusResult> Statuses()
    {
        var databases = new List<StatusResult>();
        ForEachDatabase(database => databases.Add(CallStatus(database)));
        return databases;
    }

    private IReadOnlyList<Revision> Listed()
        => MyInvocation.BoundParameters.ContainsKey(nameof(Range)) ? FindRange(RevisionArgument.Check(Range, nameof(Range))) : [.. base.Graph.Ordered.Reverse()];
}
