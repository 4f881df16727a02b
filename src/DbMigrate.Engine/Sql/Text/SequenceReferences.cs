using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using DbMigrate.Engine.Introspection.Postgres;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Sql.Text;

/// <summary>
/// Renames a sequence in an expression as PostgreSQL does, which keeps no name but the sequence itself where a literal
/// says one: <c>nextval('"S"')</c>, <c>'"S"'::regclass</c>. A text that becomes a name later keeps the old one.
/// </summary>
internal static class SequenceReferences
{
    private static readonly string[] Functions = ["nextval", "currval", "setval"];

    /// <summary>The text with the sequence's new name.</summary>
    /// <param name="sql">An expression or statement.</param>
    /// <param name="from">The old name.</param>
    /// <param name="to">The new name.</param>
    /// <param name="defaultSchema">The schema of names without one; null where there are no schemas.</param>
    public static string Rename(string sql, ObjectName from, ObjectName to, string? defaultSchema)
    {
        if (!sql.Contains(from.Name.Replace("\"", "\"\"", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
            return sql;
        var tokens = SqlTokenizer.Tokenize(sql).Where(t => !t.IsTrivia).ToList();
        var text = new StringBuilder();
        var at = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != SqlTokenKind.String || !IsRelation(tokens, i))
                continue;
            var parts = Parts(SqlText.Unquote(tokens[i].Text));
            if (Name(parts, defaultSchema) != from)
                continue;
            text.Append(sql, at, tokens[i].Position - at).Append('\'').Append(Write(to, parts).Replace("'", "''", StringComparison.Ordinal)).Append('\'');
            at = tokens[i].End;
        }

        return text.Append(sql, at, sql.Length - at).ToString();
    }

    private static bool IsRelation(List<SqlToken> tokens, int index)
    {
        bool Is(int at, Func<SqlToken, bool> test) => at >= 0 && at < tokens.Count && test(tokens[at]);
        if (Is(index + 1, t => t.IsOperator("::")))
            return Is(index + 2, t => t.Is("regclass"));
        return Is(index - 1, t => t.Is("regclass"))
            || (Is(index + 1, t => t.Is("AS")) && Is(index + 2, t => t.Is("regclass")))
            || (Is(index - 1, t => t.IsOperator("(")) && Is(index - 2, t => Functions.Any(t.Is)));
    }

    // Without quotes the server takes small letters.
    private static List<(string Name, bool IsQuoted)> Parts(string text)
        => [.. SqlTokenizer.Tokenize(text).Where(t => !t.IsTrivia && !t.IsOperator(".")).Select(t => t.Kind == SqlTokenKind.QuotedName ? (t.Name, true) : (t.Text.ToLowerInvariant(), false))];

    private static ObjectName? Name(List<(string Name, bool IsQuoted)> parts, string? defaultSchema) => parts switch
    {
        [var (name, _)] => new(null, name),
        [var (schema, _), var (name, _)] => new(schema == defaultSchema ? null : schema, name),
        _ => null,
    };

    // In the style of the old name: the model's text is compared with this one.
    private static string Write(ObjectName name, List<(string Name, bool IsQuoted)> parts)
    {
        var isAlwaysQuoted = parts.Exists(p => p.IsQuoted && PostgresText.QuoteAsNeeded(p.Name) == p.Name);
        string Quote(string part) => isAlwaysQuoted ? SqlText.Quote(part) : PostgresText.QuoteAsNeeded(part);
        return name.Schema is null ? Quote(name.Name) : Quote(name.Schema) + "." + Quote(name.Name);
    }
}
