using System;
using System.Collections.Generic;
using DbMigrate.Engine.Filters;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;
using DbMigrate.Revisions.Graph;

namespace DbMigrate.Engine.Comparison;

/// <summary>One side of a comparison.</summary>
/// <param name="Kind">Model, scripts or database, as filters call them.</param>
/// <param name="Revisions">For scripts, the revisions that the side is made of, with what they build on; none for the empty start.</param>
internal sealed record ComparedSide(string Kind, IReadOnlyList<string> Revisions)
{
    public bool IsModel => Kind == SchemaFilter.Model;

    public bool IsDatabase => Kind == SchemaFilter.Database;

    /// <summary>What a user wrote as a side.</summary>
    /// <param name="text">A word of <see cref="CompareRequest"/> or a revision.</param>
    /// <param name="graph">The graph.</param>
    /// <param name="applied">Reads the applied ids; called only where the revision counts from where the database is.</param>
    /// <exception cref="DbMigrateException">Those of <see cref="RevisionResolver"/>.</exception>
    public static ComparedSide Parse(string text, RevisionGraph graph, Func<IReadOnlyCollection<string>> applied)
    {
        if (text.Equals(CompareRequest.Model, StringComparison.OrdinalIgnoreCase))
            return new(SchemaFilter.Model, []);
        return text.Equals(CompareRequest.Live, StringComparison.OrdinalIgnoreCase)
            ? new(SchemaFilter.Database, [])
            : new(SchemaFilter.Scripts, RevisionResolver.Resolve(graph, text, RevisionResolver.NamesCurrent(text) ? applied() : null));
    }

    public override string ToString() => Kind switch
    {
        SchemaFilter.Model => "the model",
        SchemaFilter.Database => "the database",
        _ when Revisions.Count == 0 => "the empty start",
        _ => $"revision {string.Join(", ", Revisions)}",
    };
}
