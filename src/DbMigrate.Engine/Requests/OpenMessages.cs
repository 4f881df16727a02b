using System.Linq;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Requests;

/// <summary>Decisions that are missing, for the other side.</summary>
internal static class OpenMessages
{
    public static OpenMessage Of(OpenDecisions open) => new()
    {
        Database = open.Database,
        Renames = [.. open.Renames.Select(Of)],
        Fills = [.. open.Fills.Select(f => new OpenFillMessage { Name = f.Name, Facts = f.Facts, Example = f.Example, Gone = f.Gone })],
    };

    private static OpenRenameMessage Of(OpenRename rename) => new()
    {
        Name = rename.Name,
        Kind = rename.Kind,
        Facts = rename.Facts,
        Choices = [.. rename.Choices.Select(c => new RenameChoiceMessage { To = c.To, Name = c.Name, Facts = c.Facts, Score = c.Score, Evidence = c.Evidence })],
    };
}
