using System.Collections.Generic;
using System.Linq;
using System.Text;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DbMigrate.Engine.Sql.Sqlite;

/// <summary>Writes the constraints of a table.</summary>
internal static class ConstraintText
{
    /// <summary><c>CONSTRAINT "name"</c> with a blank before it; nothing for one without a name.</summary>
    /// <param name="name">The name.</param>
    public static string Name(string name) => name.Length == 0 ? "" : " CONSTRAINT " + SqlText.Quote(name);

    /// <summary>All constraints that stand after the columns, in EF's order.</summary>
    /// <param name="table">The table.</param>
    public static IEnumerable<string> WriteAll(Table table)
    {
        if (table.PrimaryKey is { } key && !SqliteFacets.IsKeyInline(table))
            yield return PrimaryKey(key);
        foreach (var unique in table.UniqueConstraints)
            yield return Unique(unique);
        foreach (var check in table.Checks)
            yield return Check(check);
        foreach (var foreignKey in table.ForeignKeys)
            yield return ForeignKey(foreignKey);
    }

    /// <summary>A primary key behind the columns.</summary>
    /// <param name="key">The key.</param>
    public static string PrimaryKey(Key key) => Write(key.Name, "PRIMARY KEY (" + Columns(key) + ")" + Conflict(key.Annotations));

    /// <summary>A unique constraint behind the columns.</summary>
    /// <param name="key">The constraint.</param>
    public static string Unique(Key key) => Write(key.Name, "UNIQUE (" + Columns(key) + ")" + Conflict(key.Annotations));

    /// <summary>A check, behind the columns or beside one.</summary>
    /// <param name="check">The check.</param>
    public static string Check(Check check) => Write(check.Name, "CHECK (" + check.Sql + ")");

    /// <summary>A foreign key behind the columns.</summary>
    /// <param name="key">The foreign key.</param>
    public static string ForeignKey(ForeignKey key) => Write(key.Name, "FOREIGN KEY (" + Columns(key.Columns) + ") " + References(key));

    /// <summary>A foreign key beside its only column.</summary>
    /// <param name="key">The foreign key.</param>
    public static string InlineForeignKey(ForeignKey key) => Write(key.Name, References(key));

    /// <summary>The names in double quotes, with commas between.</summary>
    /// <param name="names">The names.</param>
    public static string Columns(IEnumerable<string> names) => string.Join(", ", names.Select(SqlText.Quote));

    /// <summary><c>ON CONFLICT</c> with a blank before it; nothing where there is none.</summary>
    /// <param name="annotations">The annotations that may hold it.</param>
    /// <param name="annotation">The annotation's name.</param>
    public static string Conflict(AnnotationSet annotations, string annotation = OperationAnnotations.Conflict)
        => annotations[annotation] is string conflict ? " ON CONFLICT " + conflict : "";

    // With collations or an order of their own the columns are kept as text.
    private static string Columns(Key key) => key.Annotations[OperationAnnotations.KeyColumns] as string ?? Columns(key.Columns);

    private static string Write(string name, string definition) => (Name(name) + " " + definition).TrimStart();

    private static string References(ForeignKey key)
    {
        var text = new StringBuilder()
            .Append("REFERENCES ")
            .Append(SqlText.Quote(key.PrincipalTable.Name)).Append(" (").Append(Columns(key.PrincipalColumns)).Append(')');
        if (key.OnUpdate != ReferentialAction.NoAction)
            text.Append(" ON UPDATE ").Append(Action(key.OnUpdate));
        if (key.OnDelete != ReferentialAction.NoAction)
            text.Append(" ON DELETE ").Append(Action(key.OnDelete));
        if (key.Annotations[OperationAnnotations.Match] is string match)
            text.Append(" MATCH ").Append(match);
        if (key.Annotations[OperationAnnotations.Deferrable] is string deferrable)
            text.Append(' ').Append(deferrable);
        return text.ToString();
    }

    private static string Action(ReferentialAction action) => action switch
    {
        ReferentialAction.Cascade => "CASCADE",
        ReferentialAction.SetNull => "SET NULL",
        ReferentialAction.SetDefault => "SET DEFAULT",
        ReferentialAction.Restrict => "RESTRICT",
        _ => "NO ACTION",
    };
}
