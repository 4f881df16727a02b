using System.Linq;
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
        var terms = IndexTerms.Read(cursor);
        var filter = cursor.TakeIf("WHERE") ? SqlText.Normalize(sql[cursor.Current.Position..]) : null;
        if (!terms.All.All(t => t is [{ Kind: SqlTokenKind.Word or SqlTokenKind.QuotedName }]) || (filter is null && !cursor.AtEnd))
            return new(name, []) { IsUnique = isUnique, RawSql = raw };
        return new(name, terms.All.Select(t => t[0].Kind == SqlTokenKind.QuotedName ? t[0].Name : t[0].Text.ToLowerInvariant()).ToEquatableList())
        {
            IsUnique = isUnique,
            IsDescending = terms.IsDescending,
            Filter = filter,
            Annotations = AnnotationSet.Empty.With("Npgsql:IndexMethod", method == "btree" ? null : method),
        };
    }
}
