using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>Finds reasons to take a sequence that goes and one that comes for the same. Likeness of their settings is none.</summary>
internal static class SequenceEvidence
{
    /// <summary>The candidates among the sequences that nobody decided.</summary>
    public static IEnumerable<RenameCandidate> Find(SchemaMatch match, RenamePlan plan)
    {
        var come = match.Sequences.Created.Where(s => !match.From.Sequences.ContainsKey(s.Name)).ToList();
        foreach (var old in match.Sequences.Dropped.Where(s => !plan.Sequences.ContainsKey(s.Name)))
        {
            foreach (var added in come)
            {
                var reasons = Reasons(match, old, added).ToList();
                if (reasons.Count == 0)
                    continue;
                var score = reasons.Sum(r => r.Points) + (old.ClrType == added.ClrType ? 10 : 0);
                var to = added.Name.Schema == old.Name.Schema ? DottedName.Format(added.Name.Name) : DottedName.Format(added.Name.Schema, added.Name.Name);
                yield return new(DottedName.Format(old.Name.Schema, old.Name.Name), to, score, string.Join(", ", reasons.Select(r => r.Text)));
            }
        }
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
