using System.Collections.Generic;
using System.Linq;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Revisions.Graph;

/// <summary>The one grammar for revisions, used wherever a revision is accepted.</summary>
public static class RevisionResolver
{
    /// <summary>
    /// Finds the revisions that a text stands for: <c>head</c>, <c>heads</c>, <c>base</c> (none), <c>current</c>, an id, a unique
    /// prefix, a label, <c>label@…</c> of any of these, and steps from any of them: <c>rev+2</c>, <c>head-1</c>, <c>+1</c>, <c>label@-1</c>.
    /// Steps without a start count from where the database is; without a database, back from the head and up from the base.
    /// </summary>
    /// <param name="graph">The graph.</param>
    /// <param name="text">What the user wrote.</param>
    /// <param name="applied">The applied ids, for <c>current</c> and relative forms; null where no database is at hand.</param>
    /// <returns>Ids; empty for <c>base</c>.</returns>
    /// <exception cref="DbMigrateException"><c>RevisionNotFound</c>, <c>RevisionAmbiguous</c>, <c>MultipleHeads</c>, <c>RevisionNotReachable</c>.</exception>
    public static IReadOnlyList<string> Resolve(RevisionGraph graph, string text, IReadOnlyCollection<string>? applied = null)
        => Resolve(graph, Parse(text), applied, clamp: false);

    /// <summary>Whether a text counts from <c>current</c>, so that only a database can answer it.</summary>
    /// <param name="text">What the user wrote, well formed or not.</param>
    public static bool NamesCurrent(string text) => RevisionExpression.Parse(text)?.Is("current") == true;

    internal static RevisionExpression Parse(string text)
        => RevisionExpression.Parse(text) ?? throw (text.IndexOf(':') >= 0
            ? ErrorCatalogue.RevisionNotFound.Error($"Range revision not allowed: '{text}'.", text, "Name one revision.")
            : ResolutionErrors.NotFound(text));

    /// <param name="graph">The graph.</param>
    /// <param name="expression">What the user wrote.</param>
    /// <param name="applied">The applied ids, or null.</param>
    /// <param name="clamp">Whether steps beyond the end of the graph stop there instead of being an error.</param>
    internal static IReadOnlyList<string> Resolve(RevisionGraph graph, RevisionExpression expression, IReadOnlyCollection<string>? applied, bool clamp)
    {
        var branch = expression.Branch is null ? null : FindBranch(graph, expression);
        if (expression.Steps is not { } steps)
            return Symbol(graph, expression, branch, applied);

        var start = Start(graph, expression, branch, applied);
        return RevisionWalk.Walk(graph, expression, start, steps, branch, clamp) is { } id ? [id] : [];
    }

    /// <summary>The revision that stands for a branch: the label's own, or any revision by id or prefix.</summary>
    internal static Revision FindBranch(RevisionGraph graph, RevisionExpression expression)
        => graph.FindLabelled(expression.Branch!) ?? graph.Find(expression.Branch!) ?? RevisionPrefix.Find(graph, expression.Branch!, null)
            ?? throw ErrorCatalogue.RevisionNotFound.Error($"No such branch: '{expression.Branch}'.", expression.Text, "Get-DbMigrationBranch and Get-DbMigrationHistory list branches and labels.");

    /// <summary>Where a walk starts; null for the base.</summary>
    internal static string? Start(RevisionGraph graph, RevisionExpression expression, Revision? branch, IReadOnlyCollection<string>? applied)
    {
        if (expression.IsRelativeToCurrent && (applied is not null || expression.Symbol is not null))
            return CurrentPlace.Start(graph, expression, branch, Database(expression, applied));

        // Without a database, steps back count from the head and steps up from the base.
        var start = expression.Symbol is null ? expression with { Symbol = expression.Steps < 0 ? "head" : "base" } : expression;
        var starts = Symbol(graph, start, branch, applied);
        return starts.Count > 1 ? throw ResolutionErrors.Ambiguous(graph, expression.Text, starts) : starts.FirstOrDefault();
    }

    private static IReadOnlyList<string> Symbol(RevisionGraph graph, RevisionExpression expression, Revision? branch, IReadOnlyCollection<string>? applied)
    {
        var line = branch is null ? null : graph.Lineage(branch.Id);
        switch (expression.Symbol!.ToLowerInvariant())
        {
            case "base":
                return [];
            case "heads":
                return line is null ? graph.EffectiveHeads(graph.Ordered.Select(r => r.Id)) : [.. graph.Heads.Where(line.Contains)];
            case "head":
                string[] heads = [.. graph.Heads.Where(h => line is null || line.Contains(h))];
                return heads.Length > 1 ? throw ResolutionErrors.MultipleHeads(graph, expression.Text, heads) : heads;
            case "current":
                return CurrentPlace.Heads(graph, line, Database(expression, applied));
            default:
                return [Find(graph, expression, branch, line).Id];
        }
    }

    private static Revision Find(RevisionGraph graph, RevisionExpression expression, Revision? branch, HashSet<string>? line)
    {
        var symbol = expression.Symbol!;
        var revision = graph.Find(symbol) ?? graph.FindLabelled(symbol) ?? RevisionPrefix.Find(graph, symbol, line);
        if (revision is null)
            throw branch is null ? ResolutionErrors.NotFound(symbol) : ResolutionErrors.NotFound(expression.Text);
        return line is null || line.Contains(revision.Id)
            ? revision
            : throw ErrorCatalogue.RevisionNotFound.Error($"Revision {revision.Id} is not a member of branch '{expression.Branch}'.", expression.Text);
    }

    private static IReadOnlyCollection<string> Database(RevisionExpression expression, IReadOnlyCollection<string>? applied)
        => applied ?? throw ErrorCatalogue.RevisionNotFound.Error($"'{expression.Text}' depends on where a database is, and none is used here.", expression.Text, "Name a revision, or use head-N or base+N.");
}
