using System.Collections.Generic;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>Reads what follows the table's name in a <c>CREATE INDEX</c>.</summary>
internal static class PostgresIndexText
{
    /// <summary>The index; as raw SQL where it has more than columns, directions, a method and a filter.</summary>
    public static Index Read(string name, bool isUnique, string raw, string sql, SqlCursor cursor)
    {
        var method = cursor.TakeIf("USING") ? cursor.Take().Text.ToLowerInvariant() : "btree";
        var (columns, descending) = (new List<string>(), new List<bool>());
        var isPlain = true;
        cursor.TakeOperator("(");
        while (!cursor.AtEnd && !cursor.TakeOperator(")"))
        {
            var term = cursor.TakeTerm();
            var isDescending = term.Count > 1 && term[^1].Is("DESC");
            if (isDescending || (term.Count > 1 && term[^1].Is("ASC")))
                term.RemoveAt(term.Count - 1);
            isPlain &= term is [{ Kind: SqlTokenKind.Word or SqlTokenKind.QuotedName }];
            columns.Add(term[0].Kind == SqlTokenKind.QuotedName ? term[0].Name : term[0].Text.ToLowerInvariant());
            descending.Add(isDescending);
            cursor.TakeOperator(",");
        }

        var filter = cursor.TakeIf("WHERE") ? SqlText.Normalize(sql[cursor.Current.Position..]) : null;
        if (!isPlain || (filter is null && !cursor.AtEnd))
            return new(name, []) { IsUnique = isUnique, RawSql = raw };
        return new(name, columns.ToEquatableList())
        {
            IsUnique = isUnique,
            IsDescending = descending.Contains(true) ? descending.ToEquatableList() : [],
            Filter = filter,
            Annotations = AnnotationSet.Empty.With("Npgsql:IndexMethod", method == "btree" ? null : method),
        };
    }
}
