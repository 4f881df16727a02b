using System.Collections.Generic;
using System.Linq;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Revisions.Graph;

/// <summary>Where a database is, and from where steps count that name no start.</summary>
internal static class CurrentPlace
{
    /// <summary>
    /// The heads of what is applied; on one line those that nothing applied builds on, even where a
    /// revision of another line depends on them.
    /// </summary>
    public static IReadOnlyList<string> Heads(RevisionGraph graph, HashSet<string>? line, IReadOnlyCollection<string> applied)
        => line is null ? graph.EffectiveHeads(applied) : [.. graph.Tips(applied, dependencies: false).Where(line.Contains)];

    /// <summary>The one revision from which steps count; null for the base.</summary>
    public static string? Start(RevisionGraph graph, RevisionExpression expression, Revision? branch, IReadOnlyCollection<string> applied)
    {
        var line = branch is null ? null : graph.Lineage(branch.Id);
        var heads = Heads(graph, line, applied);
        if (expression.Steps < 0 && heads.Count == 0)
            throw ResolutionErrors.TooFar(expression, "nothing is applied there");

        // The branch may not have begun yet: then its line counts from where the applied part of it ends.
        if (heads.Count == 0 && line is not null)
            heads = graph.Tips(applied.Where(line.Contains), dependencies: false);

        if (heads.Count <= 1)
            return heads.FirstOrDefault();

        var what = expression.Steps > 0 ? "Ambiguous upgrade from multiple current revisions" : "Ambiguous downgrade from multiple current revisions";
        throw ErrorCatalogue.RevisionAmbiguous.Error($"{what}: {ResolutionErrors.List(graph, heads)}.", expression.Text, "Write <label>@" + expression.Text + ", or <id>@" + expression.Text + " with one of them.");
    }
}
