using System.Linq;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Diff;

/// <summary>Finds what may be a rename and nobody decided.</summary>
internal static class RenameQuestions
{
    /// <summary>Throws where something that goes may be something that comes.</summary>
    public static void ThrowIfAny(SchemaMatch match, RenamePlan plan)
    {
        OpenRename[] open = [.. TableEvidence.Find(match, plan), .. SequenceEvidence.Find(match, plan), .. match.KeptPrincipalsFirst.SelectMany(p => ColumnEvidence.Find(p, match, plan))];
        if (open.Length > 0)
            throw UndecidedError.Of(new() { Renames = open });
    }
}
