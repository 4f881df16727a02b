using System.Linq;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Worker;

/// <summary>Decisions that are missing, as the worker names them.</summary>
internal static class OpenMessages
{
    public static OpenDecisions Read(OpenMessage message) => new()
    {
        Database = message.Database,
        Renames = [.. message.Renames.Select(r => new OpenRename(r.Name, r.Kind, r.Facts, [.. r.Choices.Select(c => new RenameChoice(c.To, c.Name, c.Facts, c.Score, c.Evidence))]))],
        Fills = [.. message.Fills.Select(f => new OpenFill(f.Name, f.Facts, f.Example) { Gone = f.Gone })],
    };
}
