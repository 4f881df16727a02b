using System.Collections.Generic;
using System.Linq;

namespace DbMigrate.Engine.Diff;

/// <summary>Writes values of parameters as one types them in PowerShell.</summary>
internal static class PasteReady
{
    /// <summary>A hashtable such as <c>@{ 'Customers.Name' = 'FullName' }</c>; null is <c>$null</c>.</summary>
    public static string Table(IEnumerable<(string Key, string? Value)> entries)
        => Literals(entries.Select(e => (e.Key, e.Value is null ? "$null" : Quote(e.Value))));

    /// <summary>A hashtable whose values are PowerShell already.</summary>
    public static string Literals(IEnumerable<(string Key, string Literal)> entries)
        => "@{ " + string.Join("; ", entries.Select(e => Quote(e.Key) + " = " + e.Literal)) + " }";

    /// <summary>A string literal.</summary>
    public static string Quote(string text) => "'" + text.Replace("'", "''") + "'";
}
