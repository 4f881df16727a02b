using System;
using System.Collections.Generic;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Introspection.Sqlite;

/// <summary>
/// Reads comments where EF Core writes them: in front of a column as lines of their own; those of the table in front
/// of the first column, with an empty line after them.
/// </summary>
internal static class CommentText
{
    /// <summary>The comment that an empty line sets off from the column (the table's), and the column's own.</summary>
    /// <param name="trivia">White space and comments between two tokens.</param>
    public static (string? SetOff, string? Own) Read(string trivia)
    {
        if (!trivia.Contains("--", StringComparison.Ordinal))
            return default;
        var blocks = new List<string>();
        var lines = new List<string>();
        var lineEnds = 0;
        foreach (var token in SqlTokenizer.Tokenize(trivia))
        {
            if (token.Kind == SqlTokenKind.WhiteSpace)
            {
                lineEnds += token.Text.AsSpan().Count('\n');
                if (lineEnds > 1)
                    EndBlock();
            }
            else if (lineEnds > 0 && token.Text.StartsWith("--", StringComparison.Ordinal))
            {
                var text = token.Text[2..].TrimEnd('\r');
                lines.Add(text.StartsWith(' ') ? text[1..] : text);
                lineEnds = 0;
            }
            else
            {
                // Belongs to the line before, or is of a kind that EF never writes.
                lines.Clear();
                lineEnds = 0;
            }
        }

        var own = lines.Count > 0 ? string.Join('\n', lines) : null;
        return (NullIfEmpty(blocks.Count > 0 ? blocks[0] : null), NullIfEmpty(own));

        void EndBlock()
        {
            if (lines.Count > 0)
                blocks.Add(string.Join('\n', lines));
            lines.Clear();
        }
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
