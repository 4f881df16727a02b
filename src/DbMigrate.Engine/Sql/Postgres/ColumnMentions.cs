using System;
using System.Linq;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>Whether an expression of a table reads one of its columns, so that the server drops what has it together with the column.</summary>
internal static class ColumnMentions
{
    /// <summary>Whether a name in the expression is exactly the column's; a type or a function of that name is not.</summary>
    public static bool Any(string? sql, string column)
    {
        if (sql is null || !sql.Contains(column, StringComparison.OrdinalIgnoreCase))
            return false;
        var tokens = SqlTokenizer.Tokenize(sql).Where(t => !t.IsTrivia).ToList();
        return tokens.Where((t, i) => IsName(t, column) && !(i > 0 && tokens[i - 1].IsOperator("::")) && !(i + 1 < tokens.Count && tokens[i + 1].IsOperator("("))).Any();
    }

    private static bool IsName(SqlToken token, string column) => token.Kind switch
    {
        SqlTokenKind.QuotedName => token.Name == column,
        SqlTokenKind.Word => token.Text.ToLowerInvariant() == column,
        _ => false,
    };
}
