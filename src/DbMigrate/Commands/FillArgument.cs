using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Commands;

/// <summary>Reads the hashtable of <c>-Fill</c>.</summary>
internal static class FillArgument
{
    public static FillMessage[] Read(IDictionary? table)
        => table is null ? [] : [.. table.Cast<DictionaryEntry>().Select(Read).OrderBy(f => f.Column, StringComparer.Ordinal)];

    private static FillMessage Read(DictionaryEntry entry)
    {
        if (entry.Key is not string column || string.IsNullOrWhiteSpace(column))
            throw ErrorCatalogue.FillInvalid.Error($"-Fill has the key '{entry.Key}', which is no name of a column.", "-Fill");

        var value = entry.Value is PSObject wrapped ? wrapped.BaseObject : entry.Value;
        return value is IDictionary expression
            ? new FillMessage { Column = column, Sql = Sql(column, expression) }
            : new FillMessage { Column = column, Value = Text(column, value), ValueType = value?.GetType().FullName ?? "" };
    }

    private static string Sql(string column, IDictionary expression)
    {
        var entry = expression.Count == 1 ? expression.Cast<DictionaryEntry>().Single() : default;
        var sql = (entry.Value as PSObject)?.BaseObject ?? entry.Value;
        return string.Equals(entry.Key as string, "Sql", StringComparison.OrdinalIgnoreCase) && sql is string text && !string.IsNullOrWhiteSpace(text)
            ? text
            : throw ErrorCatalogue.FillInvalid.Error($"-Fill has a hashtable for '{column}' that is no expression.", column, "Write @{ Sql = '…' } for an expression.");
    }

    private static string? Text(string column, object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        char letter => letter.ToString(),
        byte[] bytes => "0x" + string.Concat(bytes.Select(b => b.ToString("X2", CultureInfo.InvariantCulture))),
        DateTime or DateTimeOffset => ((IFormattable)value).ToString("o", CultureInfo.InvariantCulture),
        float or double => ((IFormattable)value).ToString("R", CultureInfo.InvariantCulture),
        sbyte or byte or short or ushort or int or uint or long or ulong or decimal or TimeSpan or Guid => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        // Types that this assembly cannot name, because Windows PowerShell does not have them.
        IFormattable day when day.GetType().FullName is "System.DateOnly" or "System.TimeOnly" => day.ToString("o", CultureInfo.InvariantCulture),
        _ => throw ErrorCatalogue.FillInvalid.Error(
            $"-Fill has a {value.GetType().Name} for '{column}'; it takes text, numbers, $true, $false, dates, times, bytes and @{{ Sql = '…' }}.", column),
    };
}
