using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>
/// Finds the column that may be meant where one comes that rows need a value in. This is no evidence, and nobody is asked
/// about it; but who forgot to say that a column is renamed is told before its values are lost.
/// </summary>
internal static class FillOrRename
{
    /// <summary>The key of <c>-Rename</c> for the column of the table that goes and is most like it; empty where none has its type.</summary>
    public static string Key(SchemaMatch match, RenamePlan plan, Table table, Column column)
    {
        if (match.ByNew(table.Name) is not { } pair || pair.Old.FindColumn(column.Name) is not null)
            return "";
        var kind = StoreTypeParts.Read(column.StoreType).Kind;
        var gone = pair.Dropped.Where(c => !plan.Columns.ContainsKey(new(pair.Old.Name, c.Name)) && c.ComputedSql is null && StoreTypeParts.Read(c.StoreType).Kind == kind)
            .MaxBy(c => ColumnLikeness.Points(pair, c, column));
        return gone is null ? "" : new ColumnName(pair.Old.Name, gone.Name).ToString();
    }
}
