using System;
using System.Collections.Generic;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Providers;

/// <summary>The statements of one revision.</summary>
/// <param name="Statements">In order.</param>
/// <param name="Left">The schema that they leave; found out when somebody asks, because a run asks the database.</param>
public sealed record SqlScript(IReadOnlyList<SqlStatement> Statements, Lazy<SchemaState> Left)
{
    /// <summary>Creates a script whose end is known.</summary>
    /// <param name="statements">In order.</param>
    /// <param name="after">The schema that they leave.</param>
    public SqlScript(IReadOnlyList<SqlStatement> statements, SchemaState after)
        : this(statements, new Lazy<SchemaState>(after))
    {
    }

    /// <summary>The schema that they leave.</summary>
    public SchemaState After => Left.Value;

    /// <summary>Whether it rebuilds tables, so that foreign keys are off around its transaction and checked before commit (SQLite).</summary>
    public bool HasRebuild { get; init; }
}

/// <summary>One statement.</summary>
/// <param name="Text">The SQL without a terminator.</param>
/// <param name="Purpose">What it belongs to, readable, for example <c>rebuild Customers: copy rows</c> or <c>CreateTable Orders</c>.</param>
public sealed record SqlStatement(string Text, string Purpose)
{
    /// <summary>Whether it must run outside a transaction.</summary>
    public bool SuppressTransaction { get; init; }

    /// <summary>Which rows make it fail, where the database's own message cannot say so.</summary>
    public RowEvidence? Evidence { get; init; }
}

/// <summary>Finds the rows that make a statement fail, to name them.</summary>
/// <param name="Problem">What is wrong with them.</param>
/// <param name="Query">Gives the first of them as text, one a row.</param>
public sealed record RowEvidence(string Problem, string Query);
