using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>What a revision drops and its fills read before: a name that is split in two, a table that is taken into another.</summary>
internal sealed class FillSources
{
    private readonly IReadOnlyList<(ObjectName Table, string Sql)> _expressions;

    /// <summary>Looks through the expressions of <c>-Fill</c>.</summary>
    /// <param name="match">Both sides.</param>
    /// <param name="expressions">The expressions, with the table after that each fills a column of.</param>
    public FillSources(SchemaMatch match, IReadOnlyList<(ObjectName Table, string Sql)> expressions)
    {
        _expressions = expressions;

        // A name that another table takes must be free by then.
        var taken = match.To.Tables.Keys.Select(t => t.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Tables = expressions.Count == 0
            ? new HashSet<ObjectName>()
            : match.Dropped.Where(t => !taken.Contains(t.Name.Name) && expressions.Any(e => SqlMentions.Any(e.Sql, [t.Name.Name]))).Select(t => t.Name).ToHashSet();
    }

    /// <summary>The tables that go after the fills.</summary>
    public IReadOnlySet<ObjectName> Tables { get; }

    /// <summary>The columns of a table that go after the fills, with what these compute them from.</summary>
    public IReadOnlyCollection<Column> Columns(TablePair pair)
        => _expressions.Count == 0
            ? []
            : ComputedOrder.Sources([.. pair.Dropped.Where(c => !pair.ReplacedNames.Contains(c.Name))], [.. _expressions.Where(e => Sees(e, pair.New.Name)).Select(e => e.Sql)]);

    // A column of another table is read where that is named too.
    private static bool Sees((ObjectName Table, string Sql) expression, ObjectName table)
        => expression.Table == table || SqlMentions.Any(expression.Sql, [table.Name]);
}
