using System.Linq;

namespace DbMigrate.Engine.Diff.Inheritance;

/// <summary>
/// Finds owned types that leave columns, or tables of their own, for JSON in one column, or come back: the path to their
/// properties is the same. Elements of a list leave a table of their own, or come to one: their entity type is the same.
/// </summary>
internal sealed class JsonCopies(CopyContext context, CopyPlan plan)
{
    /// <summary>Whether there may be any.</summary>
    public static bool MayBe(SchemaMatch match) => match.KeptPrincipalsFirst.Any(p => p.Added.Concat(p.Dropped).Any(c => c.Hints.Json.Count > 0));

    /// <summary>Adds their copies to the plan.</summary>
    public void Add()
    {
        if (context.Traits.Json is not { } json)
            return;
        var (folds, unfolds) = (new JsonFolds(json, context, plan), new JsonUnfolds(json, context, plan));
        foreach (var pair in context.Match.KeptPrincipalsFirst)
        {
            foreach (var column in pair.Added.Where(c => c.Hints.IsJsonObject))
                folds.Add(pair, column);
            foreach (var column in pair.Dropped.Where(c => c.Hints.IsJsonObject && !context.IsGivenUp(pair.Old, c)))
                unfolds.Add(pair, column);
            foreach (var column in pair.Added.Where(c => c.Hints.IsJsonList))
                folds.AddList(pair, column);
            foreach (var column in pair.Dropped.Where(c => c.Hints.IsJsonList && !context.IsGivenUp(pair.Old, c)))
                new JsonListUnfolds(pair, column, json, context, plan).AddWhole();
        }

        new UnsaidTables(context, plan).Add();
    }
}
