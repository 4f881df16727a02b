using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Schema;

/// <summary>Brings SQL expressions into one form, so that the same expression compares equal wherever it was read.</summary>
public static class SqlText
{
    /// <summary>
    /// No white space at the ends, no parentheses around the whole, runs of white space outside of literals and
    /// quoted names as one blank, comments as <c>/* … */</c> with LF line ends, so that the text can stand on one
    /// line. Literals and quoted names are left alone, and so is the case of letters.
    /// </summary>
    /// <param name="sql">An expression.</param>
    public static string Normalize(string sql)
    {
        var tokens = SqlTokenizer.Tokenize(sql);
        var (first, last) = (0, tokens.Count - 1);
        while (true)
        {
            while (first <= last && tokens[first].Kind == SqlTokenKind.WhiteSpace)
                first++;
            while (first <= last && tokens[last].Kind == SqlTokenKind.WhiteSpace)
                last--;
            if (!IsWrapped(tokens, first, last))
                break;
            first++;
            last--;
        }

        var text = new StringBuilder(sql.Length);
        for (var i = first; i <= last; i++)
        {
            text.Append(tokens[i].Kind switch
            {
                SqlTokenKind.WhiteSpace => " ",
                SqlTokenKind.Comment => Comment(tokens[i].Text),
                _ => tokens[i].Text,
            });
        }

        return text.ToString();
    }

    /// <summary>
    /// The expression with a column or table renamed as SQLite's own <c>RENAME</c> does it: each name that is this
    /// one, in any case and quotes, becomes the new one in double quotes. Functions, collations, types and literals
    /// of the same name are left alone.
    /// </summary>
    /// <param name="sql">An expression or statement.</param>
    /// <param name="from">The old name, without quotes.</param>
    /// <param name="to">The new name, without quotes.</param>
    public static string RenameIdentifier(string sql, string from, string to)
    {
        var tokens = SqlTokenizer.Tokenize(sql);
        var meaning = tokens.Where(t => !t.IsTrivia).ToList();
        var renamed = new HashSet<int>();
        for (var i = 0; i < meaning.Count; i++)
        {
            if (meaning[i].Kind is not (SqlTokenKind.Word or SqlTokenKind.QuotedName)
                || !meaning[i].Name.Equals(from, StringComparison.OrdinalIgnoreCase))
                continue;
            var isFunction = meaning[i].Kind == SqlTokenKind.Word && i + 1 < meaning.Count && meaning[i + 1].IsOperator("(") && !IsTableBeforeColumns(meaning, i);
            var isOther = i > 0 && (meaning[i - 1].Is("COLLATE") || meaning[i - 1].Is("AS"));
            if (!isFunction && !isOther)
                renamed.Add(meaning[i].Position);
        }

        return string.Concat(tokens.Select(t => renamed.Contains(t.Position) ? Quote(to) : t.Text));
    }

    /// <summary>The name in double quotes.</summary>
    /// <param name="name">The name.</param>
    public static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    /// <summary>The name in double quotes, with its schema where it has one.</summary>
    /// <param name="name">The name.</param>
    public static string Quote(ObjectName name) => name.Schema is null ? Quote(name.Name) : Quote(name.Schema) + "." + Quote(name.Name);

    /// <summary>The name or string without its quotes, of whatever style; text without quotes as it is.</summary>
    /// <param name="text">A name as SQL has it.</param>
    public static string Unquote(string text)
    {
        if (text.Length < 2)
            return text;
        var quote = text[0];
        if (quote == '[' && text[^1] == ']')
            return text[1..^1];
        return quote is '"' or '`' or '\'' && text[^1] == quote
            ? text[1..^1].Replace(new string(quote, 2), quote.ToString(), StringComparison.Ordinal)
            : text;
    }

    // INSERT INTO t (…), REFERENCES t (…) and CREATE INDEX i ON t (…): no function, for all its parenthesis.
    private static bool IsTableBeforeColumns(List<SqlToken> tokens, int index)
        => index > 0 && (tokens[index - 1].Is("INTO") || tokens[index - 1].Is("REFERENCES")
            || (tokens[index - 1].Is("ON") && tokens.Take(3).Any(t => t.Is("INDEX"))));

    private static bool IsWrapped(List<SqlToken> tokens, int first, int last)
    {
        if (last - first < 1 || !tokens[first].IsOperator("(") || !tokens[last].IsOperator(")"))
            return false;
        var depth = 0;
        for (var i = first; i < last; i++)
        {
            depth += tokens[i].IsOperator("(") ? 1 : tokens[i].IsOperator(")") ? -1 : 0;
            if (depth == 0)
                return false;
        }

        return depth == 1;
    }

    // A line comment would swallow what follows it on a line.
    private static string Comment(string text)
    {
        if (text.StartsWith("--", StringComparison.Ordinal))
            text = "/*" + text[2..].Replace("*/", "* /", StringComparison.Ordinal).TrimEnd() + " */";
        else if (text.Length < 4 || !text.EndsWith("*/", StringComparison.Ordinal))
            text += " */";
        return text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
    }
}
