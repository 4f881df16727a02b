using System;
using System.Collections.Generic;

namespace DbMigrate.Engine.Sql.Text;

/// <summary>
/// Cuts SQL text into tokens by SQLite's rules, without loss: the tokens' texts make up the whole again.
/// What is never closed reaches to the end.
/// </summary>
internal static class SqlTokenizer
{
    private static readonly string[] LongOperators = ["->>", "||", "<=", ">=", "<>", "==", "!=", "<<", ">>", "->", "::"];

    /// <summary>All tokens in order.</summary>
    /// <param name="sql">The text.</param>
    public static List<SqlToken> Tokenize(string sql)
    {
        var tokens = new List<SqlToken>(sql.Length / 4);
        for (var start = 0; start < sql.Length;)
        {
            var (kind, length) = Next(sql, start);
            tokens.Add(new(kind, sql, start, length));
            start += length;
        }

        return tokens;
    }

    private static (SqlTokenKind Kind, int Length) Next(string sql, int start)
    {
        var c = sql[start];
        var next = start + 1 < sql.Length ? sql[start + 1] : '\0';
        if (IsWhiteSpace(c))
            return (SqlTokenKind.WhiteSpace, Run(sql, start, IsWhiteSpace));
        if (c == '-' && next == '-')
            return (SqlTokenKind.Comment, Run(sql, start, ch => ch != '\n'));
        if (c == '/' && next == '*')
            return (SqlTokenKind.Comment, Through(sql, start + 2, "*/") - start);
        if (c == '\'')
            return (SqlTokenKind.String, Quoted(sql, start, '\''));
        if (c is 'x' or 'X' && next == '\'')
            return (SqlTokenKind.Blob, 1 + Quoted(sql, start + 1, '\''));
        if (c is '"' or '`')
            return (SqlTokenKind.QuotedName, Quoted(sql, start, c));
        if (c == '[')
            return (SqlTokenKind.QuotedName, Through(sql, start + 1, "]") - start);
        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(next)))
            return (SqlTokenKind.Number, Number(sql, start));
        if (c == '?' || (c is ':' or '@' or '$' && IsWordPart(next)))
            return (SqlTokenKind.Parameter, 1 + Run(sql, start + 1, IsWordPart));
        if (IsWordPart(c))
            return (SqlTokenKind.Word, Run(sql, start, IsWordPart));
        var rest = sql.AsSpan(start);
        foreach (var candidate in LongOperators)
        {
            if (rest.StartsWith(candidate))
                return (SqlTokenKind.Operator, candidate.Length);
        }

        return (SqlTokenKind.Operator, 1);
    }

    // SQLite's own set; others (no-break space and the like) belong to words there.
    private static bool IsWhiteSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';

    private static bool IsWordPart(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '$' or '#' || c >= 0x80;

    private static int Run(string sql, int start, Func<char, bool> belongs)
    {
        var end = start;
        while (end < sql.Length && belongs(sql[end]))
            end++;
        return end - start;
    }

    private static int Through(string sql, int start, string mark)
    {
        var at = start > sql.Length ? -1 : sql.IndexOf(mark, start, StringComparison.Ordinal);
        return at < 0 ? sql.Length : at + mark.Length;
    }

    // A doubled quote stands for one.
    private static int Quoted(string sql, int start, char quote)
    {
        for (var end = start + 1; end < sql.Length; end++)
        {
            if (sql[end] != quote)
                continue;
            if (end + 1 < sql.Length && sql[end + 1] == quote)
                end++;
            else
                return end + 1 - start;
        }

        return sql.Length - start;
    }

    private static int Number(string sql, int start)
    {
        if (sql[start] == '0' && start + 2 < sql.Length && sql[start + 1] is 'x' or 'X' && char.IsAsciiHexDigit(sql[start + 2]))
            return 2 + Run(sql, start + 2, char.IsAsciiHexDigit);
        var end = start + Run(sql, start, IsDigit);
        if (end < sql.Length && sql[end] == '.')
            end += 1 + Run(sql, end + 1, IsDigit);
        if (end < sql.Length && sql[end] is 'e' or 'E')
        {
            var sign = end + 1 < sql.Length && sql[end + 1] is '+' or '-' ? 1 : 0;
            var digits = Run(sql, end + 1 + sign, IsDigit);
            if (digits > 0)
                end += 1 + sign + digits;
        }

        return end - start;
    }

    private static bool IsDigit(char c) => char.IsAsciiDigit(c) || c == '_';
}
