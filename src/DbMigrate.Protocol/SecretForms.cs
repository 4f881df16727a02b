using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace DbMigrate.Protocol;

/// <summary>How a secret looks inside of other texts.</summary>
internal static class SecretForms
{
    /// <summary>As it is, as a quoted value of a connection string doubles its quotes, each of them as JSON writes it, and as part of an address.</summary>
    public static IEnumerable<string> Of(string secret)
    {
        string[] quoted = [secret, secret.Replace("\"", "\"\""), secret.Replace("'", "''")];
        return [.. quoted, .. quoted.Select(Escaped), .. quoted.Select(EscapedByNumber), Uri.EscapeDataString(secret)];
    }

    // By a backslash, as C#, loggers and our own messages do.
    private static string Escaped(string text) => text.Replace("\\", "\\\\").Replace("\"", "\\\"");

    // As System.Text.Json does unless it is told otherwise: what HTML or a terminal could take for more than text.
    private static string EscapedByNumber(string text) => string.Concat(text.Select(c => c switch
    {
        '\\' => "\\\\",
        '"' or '\'' or '&' or '<' or '>' or '+' or '`' or < ' ' or > '~' => "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture),
        _ => c.ToString(),
    }));
}
