using System;
using System.Collections.Generic;
using System.Linq;

namespace DbMigrate.Engine.Diff;

/// <summary>Whether SQL text mentions a name. Too often yes is harmless here: an object is then made again needlessly.</summary>
internal static class SqlMentions
{
    /// <summary>Whether any of the names occurs as a word, quoted or not, in any case of letters.</summary>
    public static bool Any(string? sql, IReadOnlyCollection<string> names)
        => sql is not null && names.Any(n => Occurs(sql, n));

    private static bool Occurs(string sql, string name)
    {
        for (var at = 0; (at = sql.IndexOf(name, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            var end = at + name.Length;
            if ((at == 0 || !IsWord(sql[at - 1])) && (end == sql.Length || !IsWord(sql[end])))
                return true;
        }

        return false;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';
}
