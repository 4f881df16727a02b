using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Tests.Scripting;

/// <summary>Operations as text, property by property and annotation by annotation, with the type of every value.</summary>
internal static class OperationText
{
    // EF's tools do not write it either: it warns the author and says nothing about the database.
    private const string NotWritten = nameof(MigrationOperation.IsDestructiveChange);

    // The builder takes of the old state only what it lists; name and place are those of the operation itself.
    private static readonly Dictionary<string, string[]> OfOldState = new()
    {
        [nameof(AlterColumnOperation.OldColumn)] = ["Name", "Table", "Schema"],
        [nameof(AlterTableOperation.OldTable)] = ["Name", "Schema"],
        [nameof(AlterSequenceOperation.OldSequence)] = ["Name", "Schema", "StartValue", "ClrType"],
        [nameof(AlterDatabaseOperation.OldDatabase)] = [],
    };

    public static string Of(IEnumerable<MigrationOperation> operations) => string.Join("\n\n", operations.Select(o => Of(o)));

    public static string Of(MigrationOperation operation, params string[] except)
    {
        var properties = operation.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0 && p.Name != NotWritten && !except.Contains(p.Name))
            .OrderBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => p.Name + " = " + Value(p.GetValue(operation), OfOldState.GetValueOrDefault(p.Name, [])));
        var annotations = operation.GetAnnotations().Select(a => a.Name + " => " + Value(a.Value is Enum e ? e.ToString() : a.Value, []));
        return operation.GetType().Name + "\n  " + string.Join("\n  ", properties.Concat(annotations)).Replace("\n", "\n  ", StringComparison.Ordinal);
    }

    private static string Value(object? value, string[] except) => value switch
    {
        null => "null",
        string s => "\"" + string.Concat(s.Select(c => c is < ' ' or > '~' ? $"\\u{(int)c:x4}" : c.ToString())) + "\"",
        Type t => t.FullName!,
        MigrationOperation o => Of(o, except),
        IEnumerable<MigrationOperation> list => "[" + string.Join(", ", list.Select(o => Of(o))) + "]",
        Array { Rank: 2 } array => $"{array.GetLength(0)} x {array.GetLength(1)} {Items(array)}",
        IEnumerable list => value.GetType().Name + Items(list),
        DateTime d => $"{d:O} {d.Kind}",
        double d => $"Double {BitConverter.DoubleToInt64Bits(d):x}",
        float f => $"Single {BitConverter.SingleToInt32Bits(f):x}",
        DateTimeOffset d => d.ToString("O"),
        TimeOnly t => t.ToString("O"),
        IFormattable f => value.GetType().Name + " " + f.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.GetType().Name + " " + value,
    };

    private static string Items(IEnumerable values) => "[" + string.Join(", ", values.Cast<object?>().Select(v => Value(v, []))) + "]";
}
