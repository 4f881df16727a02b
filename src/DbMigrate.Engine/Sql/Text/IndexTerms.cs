using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Sql.Text;

/// <summary>The list of what an index sorts by, each without its direction.</summary>
/// <param name="All">The tokens of each term.</param>
/// <param name="IsDescending">Which go down; empty where none does.</param>
internal sealed record IndexTerms(IReadOnlyList<IReadOnlyList<SqlToken>> All, EquatableList<bool> IsDescending)
{
    /// <summary>Reads the list.</summary>
    /// <param name="cursor">Stands before the opening parenthesis, then behind the closing one.</param>
    public static IndexTerms Read(SqlCursor cursor)
    {
        var terms = new List<IReadOnlyList<SqlToken>>();
        var descending = new List<bool>();
        cursor.TakeOperator("(");
        while (!cursor.AtEnd && !cursor.TakeOperator(")"))
        {
            var term = cursor.TakeTerm();
            var isDescending = term.Count > 1 && term[^1].Is("DESC");
            if (isDescending || (term.Count > 1 && term[^1].Is("ASC")))
                term.RemoveAt(term.Count - 1);
            terms.Add(term);
            descending.Add(isDescending);
            cursor.TakeOperator(",");
        }

        return new(terms, descending.Any(d => d) ? descending.ToEquatableList() : []);
    }
}
