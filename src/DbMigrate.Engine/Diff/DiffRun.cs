using System.Collections.Generic;
using DbMigrate.Engine.Providers;

namespace DbMigrate.Engine.Diff;

/// <summary>One comparison: what was matched and decided, and what has come out so far.</summary>
/// <param name="Match">The tables that stay, go and come.</param>
/// <param name="Traits">What the database can do.</param>
/// <param name="Types">CLR types of columns.</param>
/// <param name="Fills">The entries of <c>-Fill</c>.</param>
internal sealed record DiffRun(SchemaMatch Match, ProviderTraits Traits, ColumnTypes Types, FillResolver Fills)
{
    /// <summary>The operations so far.</summary>
    public OperationOrder Operations { get; } = new();

    /// <summary>What is lost, a sentence each.</summary>
    public List<string> Losses { get; } = [];

    /// <summary>Makes operations for tables and columns.</summary>
    public OperationFactory Factory { get; } = new(Types);

    /// <summary>The columns whose values are somewhere else already.</summary>
    public required IReadOnlySet<ColumnName> Copied { get; init; }

    /// <summary>The columns that rows get a fill in.</summary>
    public Dictionary<ColumnName, Fill> Filled { get; } = [];
}
