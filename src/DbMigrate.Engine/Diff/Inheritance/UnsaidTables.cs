using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DbMigrate.Engine.Diff.Inheritance;

/// <summary>
/// Names the tables that look like lists and objects in what leaves JSON, and of which no script says that they were there: what
/// came to the model's JSON when the column was there already needed no revision, and may have values all the same.
/// </summary>
internal sealed class UnsaidTables(CopyContext context, CopyPlan plan)
{
    /// <summary>Adds them to the losses of a plan that has all copies. On the way back all is said: it was just written.</summary>
    public void Add()
    {
        if (context.Decisions.IsReverse)
            return;
        foreach (var pair in context.Match.KeptPrincipalsFirst)
        {
            var left = pair.Dropped.Where(c => c.Hints.Json.Count > 0 && plan.Read.Contains(new(pair.Old.Name, c.Name))).Select(c => $"{pair.Old.Name}.{c.Name}").ToList();
            if (left.Count > 0)
                plan.Losses.AddRange(Tables(pair.New.Name).Select(t => $"copies no rows to {t} from {string.Join(", ", left)}: the scripts do not say that there are any"));
        }
    }

    // Those of the row, and those of the rows in tables of their own that come out of its JSON.
    private IEnumerable<ObjectName> Tables(ObjectName row)
    {
        var owners = new HashSet<ObjectName> { row };
        foreach (var table in context.Match.ToOrder.Sorted.Where(n => context.Match.ByNew(n) is null).Select(n => context.Match.To.Tables[n]))
        {
            if (!table.ForeignKeys.Any(k => k.OnDelete == ReferentialAction.Cascade && owners.Contains(k.PrincipalTable) && IsPartOfKey(table, k)))
                continue;
            if (plan.Targets.Contains(table.Name))
                owners.Add(table.Name);
            else if (table.Entity is not null)
                yield return table.Name;
        }
    }

    // So EF Core knows what is owned: by its owner alone, or by that and a number.
    private static bool IsPartOfKey(Table table, ForeignKey key) => table.PrimaryKey is { } primary && key.Columns.All(primary.Columns.Contains);
}
