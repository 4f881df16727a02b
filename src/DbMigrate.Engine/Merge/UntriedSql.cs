using System.Collections.Generic;
using System.Linq;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Merge;

/// <summary>The SQL of lines that were added up and not tried: what it makes of the other lines' changes nobody has seen.</summary>
internal sealed class UntriedSql
{
    private readonly Dictionary<string, MergeStep> _steps = [];

    /// <summary>Notes the revisions with SQL that others may stand in the way of.</summary>
    public void Note(Fork fork)
    {
        foreach (var side in fork.Sides.Where(s => fork.Sides.Any(o => o != s && o.Steps.Any(t => t.Operations().Count > 0))))
        {
            foreach (var step in side.Steps.Where(s => s.Operations().OfType<SqlOperation>().Any()))
                _steps.TryAdd(step.Id, step);
        }
    }

    /// <summary>What people should know; null where there is nothing.</summary>
    public string? Warning
        => _steps.Count == 0
            ? null
            : "The branches were added up, but not tried on an empty database, so what this SQL does beside the other branch's changes was not seen:\n"
                + string.Join("\n", _steps.Values.Select(s => $"  {s.Id} '{s.Message}' ({s.Path})"))
                + "\nRead it with the other branch in mind, or try both orders on a copy of a database.";
}
