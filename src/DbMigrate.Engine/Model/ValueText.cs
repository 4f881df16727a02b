using System;
using System.Collections;
using System.Linq;
using System.Text.RegularExpressions;
using DbMigrate.Engine.Providers;
using Microsoft.EntityFrameworkCore.Storage;

namespace DbMigrate.Engine.Model;

/// <summary>
/// Values as PostgreSQL reads them from text, taken out of the provider's literals: <c>'it''s'::mood</c>, <c>DATE '2026-11-22'</c>,
/// <c>123</c> where .NET knows no literal of the number.
/// An array is written as the server writes one.
/// </summary>
internal sealed partial class ValueText(IRelationalTypeMappingSource mappings)
{
    /// <summary>The text; null where the provider has no literal of this form.</summary>
    /// <param name="value">The value.</param>
    /// <param name="storeType">The type of its column.</param>
    public string? Of(object value, string storeType)
    {
        var match = Literal().Match(SqlLiteral.Of(mappings, value, storeType) ?? "");
        return match.Success ? match.Groups["text"].Value.Replace("''", "'", StringComparison.Ordinal)
            : value is IList items && storeType.EndsWith("[]", StringComparison.Ordinal) ? OfArray(items, storeType[..^2])
            : null;
    }

    // The type before or behind the quotes says what the column's type says already.
    [GeneratedRegex(@"^(?!E')(?:[A-Za-z][A-Za-z0-9_ ]*)?'(?<text>(?:[^']|'')*)'(?:::.+)?$|^(?<text>-?[0-9]+)$", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Literal();

    private string? OfArray(IList items, string storeType)
    {
        var texts = items.Cast<object?>().Select(i => i is null ? "NULL" : Of(i, storeType) is { } text ? Quoted(text) : null).ToList();
        return texts.Contains(null) ? null : "{" + string.Join(",", texts) + "}";
    }

    private static string Quoted(string element)
        => $"\"{element.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
