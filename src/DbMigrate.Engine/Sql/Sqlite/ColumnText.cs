using System.Linq;
using System.Text;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Sql.Sqlite;

/// <summary>Writes a column's definition as EF does, and with what EF leaves out of computed columns: type, nullability, collation.</summary>
internal static class ColumnText
{
    /// <summary>The definition.</summary>
    /// <param name="column">The column.</param>
    /// <param name="inlineKey">The primary key, where it stands beside its only column.</param>
    public static string Write(Column column, Key? inlineKey = null)
    {
        var text = new StringBuilder(SqlText.Quote(column.Name));
        if (column.StoreType.Length > 0)
            text.Append(' ').Append(column.StoreType);
        if (column.Collation is { } collation)
            text.Append(" COLLATE ").Append(collation);
        if (!column.IsNullable)
            text.Append(" NOT NULL").Append(ConstraintText.Conflict(column.Annotations, OperationAnnotations.NotNullConflict));
        else if (column.ComputedSql is null)
            text.Append(" NULL");
        if (column.ComputedSql is { } computed)
            text.Append(" AS (").Append(computed).Append(column.IsStored ? ") STORED" : ")");
        else if (column.DefaultSql is { } defaultSql)
            text.Append(" DEFAULT ").Append(IsLiteral(defaultSql) ? defaultSql : "(" + defaultSql + ")");
        if (inlineKey is not null)
        {
            text.Append(ConstraintText.Name(inlineKey.Name)).Append(" PRIMARY KEY")
                .Append(inlineKey.Annotations[OperationAnnotations.InlineDescending] is true ? " DESC" : "")
                .Append(ConstraintText.Conflict(inlineKey.Annotations));
            if (SqliteFacets.IsAutoincrement(column))
                text.Append(" AUTOINCREMENT");
        }

        return text.ToString();
    }

    /// <summary>Whether a default is one value that is the same for each row, so that <c>ADD COLUMN</c> takes it.</summary>
    /// <param name="sql">The default.</param>
    public static bool IsLiteral(string sql)
    {
        var tokens = SqlTokenizer.Tokenize(sql).Where(t => !t.IsTrivia).ToList();
        if (tokens.Count == 2 && (tokens[0].IsOperator("-") || tokens[0].IsOperator("+")))
            return tokens[1].Kind == SqlTokenKind.Number;
        return tokens.Count == 1 && (tokens[0].Kind is SqlTokenKind.String or SqlTokenKind.Blob or SqlTokenKind.Number
            || tokens[0].Is("NULL") || tokens[0].Is("TRUE") || tokens[0].Is("FALSE"));
    }
}
