using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>
/// Finds values on the way back that rows cannot all have: what a column had is gone, and one value for all is refused where it
/// must be unique or refer to something. Nobody can be asked, but whoever undoes the revision can write a better one.
/// </summary>
internal static class FillObstacles
{
    /// <summary>The obstacles, a sentence each.</summary>
    public static IEnumerable<string> Find(DiffRun run)
        => from filled in run.Filled.Where(f => f.Value.Sql is null).GroupBy(f => f.Key.Table)
           let table = run.Match.To.Tables[filled.Key]
           let values = filled.ToDictionary(f => f.Key.Column, f => run.Traits.Literal(f.Value.Value!, table.FindColumn(f.Key.Column)!.StoreType))
           from text in Unique(table, values).Concat(References(table, values))
           select text;

    private static IEnumerable<string> Unique(Table table, Dictionary<string, string> values)
    {
        var keys = table.UniqueConstraints.Concat(table.PrimaryKey is null ? [] : [table.PrimaryKey]).Select(k => (k.Name, k.Columns));
        var indexes = table.Indexes.Where(i => i.IsUnique && i.Filter is null).Select(i => (i.Name, i.Columns));
        return from unique in keys.Concat(indexes)
               where unique.Columns.All(values.ContainsKey)
               select $"Fails where several rows of {table.Name} get {Values(unique.Columns, values)}: {unique.Name} is unique. Write values that differ.";
    }

    private static IEnumerable<string> References(Table table, Dictionary<string, string> values)
        => from key in table.ForeignKeys
           where key.Columns.Any(values.ContainsKey)
           select $"Fails where rows of {table.Name} get {Values(key.Columns.Where(values.ContainsKey), values)}, which no row of {key.PrincipalTable} has: {key.Name} refers to it. Write a value that is there.";

    private static string Values(IEnumerable<string> columns, Dictionary<string, string> values) => string.Join(", ", columns.Select(c => $"{c} = {values[c]}"));
}
