using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using DbMigrate.Engine.Sql.Text;
using DbMigrate.Engine.Tests.Generators;

namespace DbMigrate.Engine.Tests.Introspection;

/// <summary>Lays a statement out anew: odd white space, comments in between, other quotes, keywords in other case.</summary>
internal sealed class TextDisguise(Draw draw)
{
    // None stands alone on its line, where it would be the comment of a column.
    private static readonly string[] Comments = [" /* , ) ' \" */ ", "/*--*/", " /**/ -- it's (\n", "\t/* CHECK (x)\r\n */\n"];
    private static readonly string[] Blanks = [" ", "  ", "\n", "\r\n\t", "\f "];

    private static readonly HashSet<string> Keywords = new(
        "CREATE TABLE INDEX UNIQUE CONSTRAINT PRIMARY KEY NOT CHECK DEFAULT COLLATE REFERENCES FOREIGN AUTOINCREMENT AS STORED ON DELETE UPDATE CASCADE RESTRICT SET ACTION CONFLICT DEFERRABLE INITIALLY DEFERRED IMMEDIATE MATCH WITHOUT ROWID STRICT WHERE DESC".Split(' '),
        StringComparer.Ordinal);

    /// <summary>The statement in another layout. Within expressions only white space changes.</summary>
    public string Change(string sql)
    {
        var text = new StringBuilder();
        var (depth, isFilter) = (0, false);
        foreach (var token in SqlTokenizer.Tokenize(sql))
        {
            depth -= token.IsOperator(")") ? 1 : 0;
            text.Append(depth > 1 || isFilter ? Inside(token) : Outside(token));
            depth += token.IsOperator("(") ? 1 : 0;
            isFilter |= token.Is("WHERE");
        }

        return text.ToString();
    }

    private string Inside(SqlToken token) => token.Kind == SqlTokenKind.WhiteSpace ? draw.Pick(Blanks) : token.Text;

    private string Outside(SqlToken token) => token.Kind switch
    {
        SqlTokenKind.WhiteSpace => draw.Chance(30) ? draw.Pick(Comments) : draw.Pick(Blanks),
        SqlTokenKind.QuotedName => Quoted(token.Name),
        SqlTokenKind.Word when Keywords.Contains(token.Text) && draw.Chance(40) => token.Text.ToLowerInvariant(),
        SqlTokenKind.Operator when token.Text is "(" or "," && draw.Chance(20) => draw.Pick(Comments) + token.Text,
        SqlTokenKind.Operator when token.Text is ")" or "," && draw.Chance(20) => token.Text + draw.Pick(Comments),
        _ => token.Text,
    };

    private string Quoted(string name) => draw.Below(5) switch
    {
        0 => "`" + name + "`",
        1 => "[" + name + "]",
        2 => "'" + name + "'",
        3 when name.All(char.IsAsciiLetter) && !Keywords.Contains(name.ToUpperInvariant()) && name is not ("Order" or "Group") => name,
        _ => "\"" + name + "\"",
    };
}
