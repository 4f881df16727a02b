using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff.Inheritance;

/// <summary>What is copied between tables, and what follows from it for all else.</summary>
internal sealed class CopyPlan
{
    private readonly List<RowCopy> _copies = [];
    private readonly List<RowDelete> _deletes = [];

    /// <summary>The copies in order: rows go where they were only when all have come.</summary>
    public IReadOnlyList<RowCopy> Copies => [.. _copies, .. _deletes.AsEnumerable().Reverse()];

    /// <summary>The columns that are read, under old names. They last until all is copied.</summary>
    public HashSet<ColumnName> Read { get; } = [];

    /// <summary>The tables that rows come to.</summary>
    public HashSet<ObjectName> Targets { get; } = [];

    /// <summary>The tables, under new names, that rows leave.</summary>
    public HashSet<ObjectName> Left { get; } = [];

    /// <summary>The tables that must number on behind their rows.</summary>
    public HashSet<ObjectName> Numbered { get; } = [];

    /// <summary>Fills of columns that get their values by a copy right after.</summary>
    public List<FillDecision> Fills { get; } = [];

    /// <summary>The entries of <c>-Fill</c> that a copy uses.</summary>
    public HashSet<FillDecision> UsedFills { get; } = [];

    /// <summary>What is not one to one, a sentence each.</summary>
    public List<string> Losses { get; } = [];

    /// <summary>What may fail, a sentence each.</summary>
    public List<string> Warnings { get; } = [];

    /// <summary>Adds rows or values.</summary>
    public void Add(RowCopy copy)
    {
        _copies.Add(copy);
        Targets.Add(copy.Into);
        if (copy is RowInsert)
            Numbered.Add(copy.Into);
    }

    /// <summary>Takes rows away, after all others have come.</summary>
    public void Remove(RowDelete copy)
    {
        _deletes.Add(copy);
        Left.Add(copy.Into);
    }

    /// <summary>Whether rows of a table may be parts of rows elsewhere: it has no types of a hierarchy, and nothing else is copied from or to it.</summary>
    public bool IsFree(Table table) => table.Types.Count == 0 && !Targets.Contains(table.Name) && !Reads(table.Name);

    /// <summary>Whether a table has something that is read.</summary>
    public bool Reads(ObjectName table) => Read.Any(c => c.Table == table);
}
