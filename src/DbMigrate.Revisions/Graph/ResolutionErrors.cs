using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Revisions.Graph;

/// <summary>The errors of the grammar; they list the candidates.</summary>
internal static class ResolutionErrors
{
    // More than a screenful helps nobody.
    private const int MostListed = 10;

    public static DbMigrateException NotFound(string text)
    {
        var hint = text.Length < 4 ? "; please ensure at least four characters are present for partial revision identifier matches" : "";
        return ErrorCatalogue.RevisionNotFound.Error($"Can't locate revision identified by '{text}'{hint}.", text);
    }

    public static DbMigrateException Ambiguous(RevisionGraph graph, string text, IReadOnlyList<string> candidates)
        => ErrorCatalogue.RevisionAmbiguous.Error($"'{text}' stands for several revisions: {List(graph, candidates)}.", text);

    public static DbMigrateException MultipleHeads(RevisionGraph graph, string text, IReadOnlyList<string> heads)
        => ErrorCatalogue.MultipleHeads.Error(
            $"Multiple head revisions are present for given argument '{text}': {List(graph, heads)}.", text,
            "Specify a target revision, '<label>@head' to narrow to a specific head, or 'heads' for all heads; or merge them with Merge-DbMigration.");

    public static DbMigrateException TooFar(RevisionExpression expression, string reason)
        => ErrorCatalogue.RevisionNotReachable.Error(
            $"Relative revision {expression.Text} didn't produce {Math.Abs(expression.Steps.GetValueOrDefault())} migrations: {reason}.", expression.Text);

    /// <summary>Ids with their messages.</summary>
    public static string List(RevisionGraph graph, IReadOnlyList<string> ids)
    {
        var listed = string.Join(", ", ids.Take(MostListed).Select(id => graph.Find(id) is { Header.Message.Length: > 0 } r ? $"{r.Id} ({r.Header.Message})" : id));
        return ids.Count > MostListed ? $"{listed} and {ids.Count - MostListed} more" : listed;
    }
}
