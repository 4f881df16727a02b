using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff.Inheritance;

/// <summary>The SQL that copies rows, for people to read; the same on all databases that we know.</summary>
internal static class CopyText
{
    public static string Of(RowCopy copy) => copy switch
    {
        RowInsert insert => Insert(insert),
        RowUpdate update => Update(update),
        RowFold fold => Fold(fold),
        RowDelete delete => Delete(delete),
        _ => throw new ArgumentOutOfRangeException(nameof(copy)),
    };

    private static string Insert(RowInsert insert)
    {
        var isQualified = insert.Joins.Count > 0;
        var lines = new List<string>
        {
            $"INSERT INTO {SqlText.Quote(insert.Into)} ({string.Join(", ", insert.Values.Select(v => SqlText.Quote(v.Column)))}){(insert.IsOverriding ? " OVERRIDING SYSTEM VALUE" : "")}",
            "SELECT " + string.Join(", ", insert.Values.Select(v => Value(v, isQualified))),
            "FROM " + (insert.Elements ?? SqlText.Quote(insert.From.Table)),
        };
        lines.AddRange(insert.Joins.Select(j => $"INNER JOIN {SqlText.Quote(j.Table)} ON {Same(j, insert.From)}"));
        if (insert.Filter is { } filter)
            lines.Add("WHERE " + Filter(insert.From, filter, isQualified));
        return string.Join('\n', lines);
    }

    private static string Update(RowUpdate update)
        => $"UPDATE {SqlText.Quote(update.Target.Table)}\nSET {string.Join(", ", update.Values.Select(v => $"{SqlText.Quote(v.Column)} = {Value(v, isQualified: true)}"))}\n"
            + $"FROM {SqlText.Quote(update.From.Table)}\nWHERE {Same(update.From, update.Target)}";

    private static string Fold(RowFold fold)
        => $"UPDATE {SqlText.Quote(fold.Into)}\nSET {string.Join(", ", fold.Values.Select(v => $"{SqlText.Quote(v.Column)} = {v.Value}"))}"
            + (fold.Filter is { } filter ? "\nWHERE " + Filter(new(fold.Into, []), filter, isQualified: false) : "");

    private static string Delete(RowDelete delete)
        => $"DELETE FROM {SqlText.Quote(delete.Target.Table)}\nWHERE "
            + (delete.Mark is { } mark ? Mark(mark, "") : string.Join("\nOR ", delete.Elsewhere.Select(e => Exists(e, delete.Target))));

    private static string Filter(RowSource source, RowFilter filter, bool isQualified) => filter switch
    {
        MarkFilter mark => Mark(mark, isQualified ? SqlText.Quote(source.Table) + "." : ""),
        AbsentFilter absent => string.Join("\nAND ", absent.Others.Select(o => "NOT " + Exists(o, source))),
        ValueFilter values => string.Join(" OR ", values.Columns.Select(c => SqlText.Quote(c) + " IS NOT NULL")),
        SqlFilter sql => sql.Condition,
        _ => throw new ArgumentOutOfRangeException(nameof(filter)),
    };

    private static string Mark(MarkFilter mark, string owner)
        => owner + SqlText.Quote(mark.Column) + (mark.Literals is [var only] ? " = " + only : $" IN ({string.Join(", ", mark.Literals)})");

    private static string Exists(RowSource one, RowSource other) => $"EXISTS (SELECT 1 FROM {SqlText.Quote(one.Table)} WHERE {Same(one, other)})";

    /// <summary>That two rows have the same key.</summary>
    public static string Same(RowSource one, RowSource other)
        => string.Join(" AND ", one.Key.Zip(other.Key, (o, t) => $"{Name(one.Table, o)} = {Name(other.Table, t)}"));

    /// <summary>A column of a table.</summary>
    public static string Name(ObjectName table, string column) => SqlText.Quote(table) + "." + SqlText.Quote(column);

    private static string Value(CopiedValue value, bool isQualified)
    {
        var text = value.Table is not { } table ? value.Value : (isQualified ? SqlText.Quote(table) + "." : "") + SqlText.Quote(value.Value);
        return value.Fill is null ? text : $"COALESCE({text}, {value.Fill})";
    }
}
