using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>
/// Rows whose text must change before its column does. A server refuses to convert "Friday" where a number will be, as when
/// an enum is kept by its value again, and to cut what is too long for the new type.
/// </summary>
internal static class SeedTexts
{
    /// <summary>The texts for the columns as they are before their type changes, under their new names.</summary>
    /// <param name="pair">The table.</param>
    /// <param name="old">The row as it was.</param>
    /// <param name="row">The row as it will be.</param>
    /// <returns>The columns, their texts, and whether these are the new values already and no numbers to be.</returns>
    public static IEnumerable<(Column Column, string Text, bool IsFinal)> Of(TablePair pair, SeedRow old, SeedRow row)
        => from kept in pair.Retyped
           let before = SeedCell.Of(old, kept.Old).Value as string
           let value = SeedCell.Of(row, kept.New).Value
           let text = value as string ?? Number(value)
           where before is not null && text is not null && (value is string ? text.Length < before.Length : text != before)
           select (kept.Old with { Name = kept.New.Name }, text, value is string);

    private static string? Number(object? value) => value switch
    {
        bool flag => flag ? "1" : "0",
        not null when Type.GetTypeCode(value.GetType()) is >= TypeCode.SByte and <= TypeCode.Decimal => Convert.ToString(value, CultureInfo.InvariantCulture),
        _ => null,
    };
}
