using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Tests.Generators;

/// <summary>
/// Rows that satisfy every schema of <see cref="SchemaGen"/>: row <c>i</c> has the value <c>i</c> everywhere, so that
/// it is unique and refers to row <c>i</c> of other tables. The last row has NULL wherever it may.
/// </summary>
internal static class NaturalRows
{
    public const int Count = 3;

    public static IEnumerable<IReadOnlyDictionary<string, object?>> Of(Table table)
    {
        var columns = table.Columns.Where(c => c.ComputedSql is null).ToList();
        for (var i = 1; i <= Count; i++)
            yield return columns.ToDictionary(c => c.Name, c => c.IsNullable && i == Count ? null : (object?)ColumnKind.Of(c).Natural(i));
    }
}
