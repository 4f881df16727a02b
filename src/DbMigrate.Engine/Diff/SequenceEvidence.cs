using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Diff;

/// <summary>Finds reasons to take a sequence that goes and one that comes for the same. Likeness of their settings is none.</summary>
internal static class SequenceEvidence
{
    /// <summary>The candidates among the sequences that nobody decided, those with the strongest evidence first.</summary>
    public static IEnumerable<OpenRename> Find(SchemaMatch match, RenamePlan plan)
    {
        var come = match.Sequences.Created.Where(s => !match.From.Sequences.ContainsKey(s.Name)).ToList();
        return from old in match.Sequences.Dropped.Where(s => !plan.Sequences.ContainsKey(s.Name))
               let choices = come.Select(s => Choice(match, old, s)).OfType<RenameChoice>().OrderByDescending(c => c.Score).ToList()
               where choices.Count > 0
               orderby choices[0].Score descending
               select new OpenRename(DottedName.Format(old.Name.Schema, old.Name.Name), "sequence", FactText.Of(old), choices);
    }

    private static RenameChoice? Choice(SchemaMatch match, Sequence old, Sequence added)
    {
        var reasons = Reasons(match, old, added).ToList();
        return reasons.Count == 0 ? null : WholeChoice.Of(old.Name, added.Name, FactText.Of(added), reasons, old.ClrType == added.ClrType ? 10 : 0);
    }

    private static IEnumerable<(int Points, string Text)> Reasons(SchemaMatch match, Sequence old, Sequence added)
    {
        var (before, after) = (old.Name.Name, added.Name.Name);
        if (NameLikeness.Same(before, after))
            yield return (40, before == after ? "same name in another schema" : "same name but for its spelling");
        else if (old.ClrType == added.ClrType && NameLikeness.Extends(before, after))
            yield return (30, "same type, and one name extends the other");
        foreach (var pair in match.KeptPrincipalsFirst)
        {
            foreach (var (was, now) in pair.Kept.Where(k => SqlMentions.Any(k.Old.DefaultSql, [before]) && SqlMentions.Any(k.New.DefaultSql, [after])))
                yield return (40, $"the default of {pair.New.Name}.{now.Name} took its values from the one and takes them from the other");
        }
    }
}
