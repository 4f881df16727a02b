using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace DbMigrate.Revisions.Errors;

/// <summary>Writes values of parameters as one types them in PowerShell.</summary>
public static class PasteReady
{
    /// <summary>A hashtable such as <c>@{ 'Customers.Name' = 'FullName' }</c>; null is <c>$null</c>.</summary>
    /// <param name="entries">The entries.</param>
    public static string Table(IEnumerable<(string Key, string? Value)> entries) => Literals(entries.Select(e => (e.Key, Text(e.Value))));

    /// <summary>A hashtable whose values are PowerShell already.</summary>
    /// <param name="entries">The entries.</param>
    public static string Literals(IEnumerable<(string Key, string Literal)> entries)
        => "@{ " + string.Join("; ", entries.Select(e => Quote(e.Key) + " = " + e.Literal)) + " }";

    /// <summary>A string literal; null is <c>$null</c>.</summary>
    /// <param name="text">The text.</param>
    public static string Text(string? text) => text is null ? "$null" : Quote(text);

    // PowerShell takes typographic quotes for quotes too.
    private static string Quote(string text) => "'" + Regex.Replace(text, "['‘’‚‛]", "$0$0") + "'";
}
