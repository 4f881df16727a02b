using System;
using System.Linq;
using System.Text;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Sql.Sqlite;

/// <summary>Writes a column's definition as EF does, and with what EF leaves out of computed columns: type, nullability, collation.</summary>
internal static class ColumnText
{
    private static readonly string[] Clock = ["CURRENT_TIMESTAMP", "CURRENT_DATE", "CURRENT_TIME"];
    private static readonly string[] Constants = ["NULL", "TRUE", "FALSE"];

    /// <summary>The definition.</summary>
    /// <param name="column">The column.</param>
    /// <param name="inlineKey">The primary key, where it stands beside its only column.</param>
    public static string Write(Column column, Key? inlineKey = null)
    {
        var text = new StringBuilder(SqlText.Quote(column.Name));
        if (column.StoreType.Length > 0)
            text.Append(' ').Append(column.StoreType);
        text.Append(Collate(column));
        if (!column.IsNullable)
            text.Append(NotNull(column));
        else if (column.ComputedSql is null)
            text.Append(" NULL");
        text.Append(column.ComputedSql is null ? Default(column) : Computed(column));
        return inlineKey is null ? text.ToString() : text.Append(PrimaryKey(column, inlineKey)).ToString();
    }

    /// <summary>The collation with a blank before it; nothing where there is none.</summary>
    /// <param name="column">The column.</param>
    public static string Collate(Column column) => column.Collation is null ? "" : " COLLATE " + column.Collation;

    /// <summary><c>NOT NULL</c> with a blank before it.</summary>
    /// <param name="column">The column.</param>
    public static string NotNull(Column column) => " NOT NULL" + ConstraintText.Conflict(column.Annotations, OperationAnnotations.NotNullConflict);

    /// <summary>The default with a blank before it; nothing where there is none.</summary>
    /// <param name="column">The column.</param>
    public static string Default(Column column)
        => column.DefaultSql is not { } sql ? "" : " DEFAULT " + (IsLiteral(sql) ? sql : "(" + sql + ")");

    /// <summary>The expression of a computed column with a blank before it.</summary>
    /// <param name="column">The column.</param>
    public static string Computed(Column column) => " AS (" + column.ComputedSql + (column.IsStored ? ") STORED" : ")");

    /// <summary>The primary key, written beside its only column, with a blank before it.</summary>
    /// <param name="column">The column.</param>
    /// <param name="key">The key.</param>
    public static string PrimaryKey(Column column, Key key)
        => ConstraintText.Name(key.Name) + " PRIMARY KEY"
            + (key.Annotations[OperationAnnotations.InlineDescending] is true ? " DESC" : "")
            + ConstraintText.Conflict(key.Annotations)
            + (SqliteFacets.IsAutoincrement(column) ? " AUTOINCREMENT" : "");

    /// <summary>Whether a default is one value that is the same for each row, so that <c>ADD COLUMN</c> takes it.</summary>
    /// <param name="sql">The default.</param>
    public static bool IsLiteral(string sql)
    {
        var tokens = SqlTokenizer.Tokenize(sql).Where(t => !t.IsTrivia).ToList();
        if (tokens.Count == 2 && (tokens[0].IsOperator("-") || tokens[0].IsOperator("+")))
            return tokens[1].Kind == SqlTokenKind.Number;
        return tokens.Count == 1 && (tokens[0].Kind is SqlTokenKind.String or SqlTokenKind.Blob or SqlTokenKind.Number
            || (tokens[0].IsName && !Clock.Any(tokens[0].Is)));
    }

    /// <summary>The default as an expression that can stand anywhere: <c>DEFAULT word</c> means a string.</summary>
    /// <param name="sql">The default.</param>
    public static string DefaultExpression(string sql)
        => SqlTokenizer.Tokenize(sql).Where(t => !t.IsTrivia).ToList() is [{ Kind: SqlTokenKind.Word or SqlTokenKind.QuotedName } name] && !Clock.Concat(Constants).Any(name.Is)
            ? "'" + name.Name.Replace("'", "''", StringComparison.Ordinal) + "'"
            : sql;
}
