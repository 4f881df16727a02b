using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Diff;

/// <summary>What a table or sequence may have become.</summary>
internal static class WholeChoice
{
    /// <summary>The choice; its new name has a schema only where that is another one.</summary>
    /// <param name="old">The old name.</param>
    /// <param name="added">The new name.</param>
    /// <param name="facts">What it is, for people.</param>
    /// <param name="reasons">The evidence, one at least.</param>
    /// <param name="likeness">Points that are no evidence, but tell candidates apart.</param>
    public static RenameChoice Of(ObjectName old, ObjectName added, string facts, IReadOnlyCollection<(int Points, string Text)> reasons, int likeness)
    {
        var name = DottedName.Format(added.Schema, added.Name);
        return new(
            added.Schema == old.Schema ? DottedName.Format(added.Name) : name,
            name,
            facts,
            reasons.Sum(r => r.Points) + likeness,
            string.Join(", ", reasons.Select(r => r.Text).Distinct()));
    }
}
