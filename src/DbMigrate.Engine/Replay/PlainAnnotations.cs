using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace DbMigrate.Engine.Replay;

/// <summary>Turns the annotations of operations into plain ones, without those that are not schema.</summary>
internal static class PlainAnnotations
{
    /// <summary>The schema's part of the annotations, under their present names.</summary>
    public static AnnotationSet Read(IReadOnlyAnnotatable operation)
    {
        var set = AnnotationSet.Empty;
        foreach (var annotation in operation.GetAnnotations())
        {
            if (!IsHint(annotation.Name))
                set = set.With(annotation.Name == "Autoincrement" ? "Sqlite:Autoincrement" : annotation.Name, IsTrueByDefault(annotation.Name) ? Negation(annotation.Value) : Plain(annotation.Value));
        }

        return set;
    }

    /// <summary>What is left of a set when an operation replaces its old annotations by new ones; others, perhaps of another branch, stay.</summary>
    public static AnnotationSet Change(AnnotationSet before, IReadOnlyAnnotatable old, IReadOnlyAnnotatable now)
    {
        var (removed, added) = (Read(old), Read(now));
        var set = removed.Items.Aggregate(before, (s, p) => s.With(p.Key, null));
        return added.Items.Aggregate(set, (s, p) => s.With(p.Key, p.Value));
    }

    /// <summary>The text of one of our own annotations, or null.</summary>
    public static string? Text(IReadOnlyAnnotatable operation, string name) => operation.FindAnnotation(name)?.Value as string;

    /// <summary>The types of a hierarchy that a table is said to have; null where nothing is said.</summary>
    public static EquatableList<TypeMap>? Types(IReadOnlyAnnotatable operation)
        => (operation.FindAnnotation(OperationAnnotations.Types)?.Value as string[])?.Select(TypeMapText.Parse).OfType<TypeMap>().ToEquatableList();

    /// <summary>The properties that a column with JSON is said to have.</summary>
    public static EquatableList<JsonPart> Json(IReadOnlyAnnotatable operation)
        => ((operation.FindAnnotation(OperationAnnotations.Json)?.Value as string[]) ?? []).Select(JsonPart.Parse).ToEquatableList();

    public static bool IsFill(IReadOnlyAnnotatable operation) => operation.FindAnnotation(OperationAnnotations.Fill)?.Value is true;

    /// <summary>Whether the database shall keep a constraint without a name.</summary>
    public static bool IsUnnamed(IReadOnlyAnnotatable operation) => operation.FindAnnotation(OperationAnnotations.Unnamed)?.Value is true;

    // Inline keys are marks that SQLite's generator leaves on the operations that it was given.
    private static bool IsHint(string name)
        => name is OperationAnnotations.Fill or OperationAnnotations.Property or OperationAnnotations.Entity or OperationAnnotations.Unnamed or OperationAnnotations.IfNeeded
            or OperationAnnotations.SequenceType or OperationAnnotations.Types or OperationAnnotations.Json or OperationAnnotations.Copied or "Relational:ColumnOrder" or "Sqlite:InlinePrimaryKey" or "Sqlite:InlinePrimaryKeyName";

    private static bool IsTrueByDefault(string name) => name == "Npgsql:NullsDistinct";

    private static object? Negation(object? value) => value is false ? value : null;

    private static object? Plain(object? value) => value switch
    {
        null or false => null,
        string text => text.Replace("\r\n", "\n", StringComparison.Ordinal),
        Enum name => name.ToString(),
        bool or sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal => value,
        IEnumerable items => PlainArray(items),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static Array PlainArray(IEnumerable items)
    {
        var plain = items.Cast<object?>().Select(i => i is false ? i : Plain(i)).ToArray();
        var type = plain.Length > 0 && plain.All(i => i?.GetType() == plain[0]?.GetType()) && plain[0] is { } first ? first.GetType() : typeof(string);
        if (plain.Any(i => i is not null && i.GetType() != type))
            return plain;
        var array = Array.CreateInstance(type, plain.Length);
        plain.CopyTo(array, 0);
        return array;
    }
}
