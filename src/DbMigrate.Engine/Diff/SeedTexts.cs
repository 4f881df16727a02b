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
    /// <summary>The numbers as texts, for the columns as they are before their type changes, under their new names.</summary>
    /// <param name="pair">The table.</param>
    /// <param name="old">The row as it was.</param>
    /// <param name="row">The row as it will be.</param>
    public static IEnumerable<(Column Column, string Text)> Of(TablePair pair, SeedRow old, SeedRow row)
        => from kept in pair.Kept
           where kept.Old.StoreType != kept.New.StoreType && kept.New.ComputedSql is null
           let number = Number(SeedCell.Of(row, kept.New).Value)
           where number is not null && SeedCell.Of(old, kept.Old).Value is string text && text != number
           select (kept.Old with { Name = kept.New.Name }, number);

    /// <summary>The texts that get shorter, for the columns as they are before their type changes, under their new names.</summary>
    /// <param name="pair">The table.</param>
    /// <param name="old">The row as it was.</param>
    /// <param name="row">The row as it will be.</param>
    public static IEnumerable<(Column Column, string Text)> Shorter(TablePair pair, SeedRow old, SeedRow row)
        => from kept in pair.Kept
           where kept.Old.StoreType != kept.New.StoreType && kept.New.ComputedSql is null
           let text = SeedCell.Of(row, kept.New).Value as string
           where text is not null && SeedCell.Of(old, kept.Old).Value is string before && text.Length < before.Length
           select (kept.Old with { Name = kept.New.Name }, text);

    private static string? Number(object? value) => value switch
    {
        bool flag => flag ? "1" : "0",
        not null when Type.GetTypeCode(value.GetType()) is >= TypeCode.SByte and <= TypeCode.Decimal => Convert.ToString(value, CultureInfo.InvariantCulture),
        _ => null,
    };
}
