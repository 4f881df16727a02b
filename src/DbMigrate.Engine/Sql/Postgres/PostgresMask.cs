using System;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>Covers what SQLite's tokenizer does not know: dollar quotes and strings with backslashes.</summary>
internal static class PostgresMask
{
    /// <summary>The text with each such string as a plain one of the same length, so that positions stay.</summary>
    /// <param name="sql">The text.</param>
    public static string Cover(string sql)
    {
        if (!sql.Contains('$', StringComparison.Ordinal) && !sql.Contains('\\', StringComparison.Ordinal))
            return sql;
        var text = sql.ToCharArray();
        for (var at = 0; at < sql.Length;)
        {
            var end = End(sql, at);
            if (IsForeign(sql, at) && end - at >= 2)
            {
                Array.Fill(text, '_', at, end - at);
                text[at] = text[end - 1] = '\'';
            }

            at = end;
        }

        return new string(text);
    }

    private static bool IsForeign(string sql, int at) => sql[at] == '$' || IsEscapeString(sql, at);

    // The position after what begins here: a string, a quoted name, a comment, or one letter.
    private static int End(string sql, int at)
    {
        if (sql[at] == '$' && (at == 0 || !IsWord(sql[at - 1])) && Tag(sql, at) is { } tag)
            return After(sql, tag, at + tag.Length);
        if (IsEscapeString(sql, at))
            return EscapeEnd(sql, at + 2);
        if (sql[at] is '\'' or '"')
            return After(sql, sql[at].ToString(), at + 1);
        if (string.CompareOrdinal(sql, at, "--", 0, 2) == 0)
            return After(sql, "\n", at + 2);
        return string.CompareOrdinal(sql, at, "/*", 0, 2) == 0 ? After(sql, "*/", at + 2) : at + 1;
    }

    private static bool IsEscapeString(string sql, int at)
        => sql[at] is 'E' or 'e' && at + 1 < sql.Length && sql[at + 1] == '\'' && (at == 0 || !IsWord(sql[at - 1]));

    private static int EscapeEnd(string sql, int at)
    {
        while (at < sql.Length && sql[at] != '\'')
            at += sql[at] == '\\' ? 2 : 1;
        return Math.Min(at + 1, sql.Length);
    }

    private static string? Tag(string sql, int at)
    {
        var end = at + 1;
        while (end < sql.Length && IsWord(sql[end]) && sql[end] != '$')
            end++;
        return end < sql.Length && sql[end] == '$' && (end == at + 1 || !char.IsAsciiDigit(sql[at + 1])) ? sql[at..(end + 1)] : null;
    }

    private static int After(string sql, string mark, int from)
    {
        var at = sql.IndexOf(mark, Math.Min(from, sql.Length), StringComparison.Ordinal);
        return at < 0 ? sql.Length : at + mark.Length;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';
}
