using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DbMigrate.Engine.Schema;

/// <summary>Says what an object of a schema is, for people, in one line where its texts have one.</summary>
internal static class SchemaDescriber
{
    public static string Describe(Table table) => $"{table.Columns.Count} {(table.Columns.Count == 1 ? "column" : "columns")} ({string.Join(", ", table.Columns.Select(c => c.Name))})";

    public static string Describe(Column column)
    {
        var text = new StringBuilder(column.StoreType).Append(column.IsNullable ? " null" : " not null");
        if (column.DefaultSql is not null)
            text.Append(" default ").Append(column.DefaultSql);
        if (column.ComputedSql is not null)
            text.Append(" as (").Append(column.ComputedSql).Append(column.IsStored ? ") stored" : ") virtual");
        if (column.Collation is not null)
            text.Append(" collate ").Append(column.Collation);
        return With(text.ToString(), column.Annotations) + (column.Comment is null ? "" : $" comment '{column.Comment}'");
    }

    public static string Describe(Key key) => With($"{Names(key.Name, key.Columns)}", key.Annotations);

    public static string Describe(ForeignKey key)
        => With($"{Names(key.Name, key.Columns)} to {key.PrincipalTable} ({string.Join(", ", key.PrincipalColumns)}){Action(" on delete", key.OnDelete)}{Action(" on update", key.OnUpdate)}", key.Annotations);

    public static string Describe(Check check) => With(check.Name.Length == 0 ? check.Sql : $"{check.Name}: {check.Sql}", check.Annotations);

    public static string Describe(Index index)
    {
        if (index.RawSql is not null)
            return index.RawSql;
        var columns = index.Columns.Select((c, i) => index.IsDescending.Count > i && index.IsDescending[i] ? c + " desc" : c);
        return With($"{(index.IsUnique ? "unique " : "")}({string.Join(", ", columns)}){(index.Filter is null ? "" : " where " + index.Filter)}", index.Annotations);
    }

    public static string Describe(Sequence sequence)
        => With(
            string.Create(CultureInfo.InvariantCulture, $"{sequence.ClrType.Name} start {sequence.StartValue} increment {sequence.IncrementBy} min {Value(sequence.MinValue)} max {Value(sequence.MaxValue)}{(sequence.IsCyclic ? " cycle" : "")}"),
            sequence.Annotations);

    public static string Describe(SeedRow row) => string.Join(", ", row.Values.Select(p => $"{p.Key} = {Value(p.Value)}"));

    public static string Describe(AnnotationSet annotations) => annotations.Count == 0 ? "none" : string.Join(", ", annotations.Items.Select(p => $"{p.Key} = {Value(p.Value)}"));

    /// <summary>A value as text, the same under every culture.</summary>
    public static string Value(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        byte[] bytes => "0x" + Convert.ToHexString(bytes),
        DateTime or DateTimeOffset or TimeOnly or DateOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Value))}]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string With(string text, AnnotationSet annotations) => annotations.Count == 0 ? text : $"{text} with {Describe(annotations)}";

    private static string Names(string name, IEnumerable<string> columns) => (name.Length == 0 ? "" : name + " ") + $"({string.Join(", ", columns)})";

    private static string Action(string prefix, ReferentialAction action) => action switch
    {
        ReferentialAction.NoAction => "",
        ReferentialAction.SetNull => prefix + " set null",
        ReferentialAction.SetDefault => prefix + " set default",
        _ => $"{prefix} {action.ToString().ToLowerInvariant()}",
    };
}
