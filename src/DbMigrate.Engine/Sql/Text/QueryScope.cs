using System;
using System.Collections.Generic;

namespace DbMigrate.Engine.Sql.Text;

/// <summary>One <c>SELECT</c> of a statement: what it reads and what it shows.</summary>
/// <param name="parent">The one around it, whose columns it may read as well; null for an outermost one.</param>
internal sealed class QueryScope(QueryScope? parent)
{
    /// <summary>The one around it; null for an outermost one.</summary>
    public QueryScope? Parent => parent;

    /// <summary>What stands in its <c>FROM</c>, in order.</summary>
    public List<QuerySource> Sources { get; } = [];

    /// <summary>Its columns: the first token of each, and the one behind.</summary>
    public List<(int Start, int End)> Items { get; } = [];

    /// <summary>Whether columns of its sources are joined by their names, so that <c>*</c> shows them once.</summary>
    public bool IsJoinedByNames { get; set; }

    /// <summary>The source that a qualifier names, here or further out; null where none is called so.</summary>
    /// <param name="qualifier">The qualifier.</param>
    public QuerySource? Find(string qualifier)
        => Sources.Find(s => s.Alias.Equals(qualifier, StringComparison.OrdinalIgnoreCase)) ?? Parent?.Find(qualifier);
}

/// <summary>What a query reads.</summary>
/// <param name="Schema">The schema that is written; null for none.</param>
/// <param name="Name">The name of a table or view; null for a query in brackets, a function or a common table expression.</param>
/// <param name="Alias">What it is called in the query; empty where nothing is said.</param>
internal sealed record QuerySource(string? Schema, string? Name, string Alias);
