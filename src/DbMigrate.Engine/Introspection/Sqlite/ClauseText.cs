using System;
using System.Collections.Generic;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DbMigrate.Engine.Introspection.Sqlite;

/// <summary>Reads the clauses that constraints of columns and of tables have in common.</summary>
internal static class ClauseText
{
    /// <summary>The name after <c>CONSTRAINT</c>, the last one of several; null where none stands here.</summary>
    /// <param name="cursor">The text.</param>
    public static string? TakeName(SqlCursor cursor)
    {
        string? name = null;
        while (cursor.TakeIf("CONSTRAINT"))
            name = cursor.Take().Name;
        return name;
    }

    /// <summary>Annotations with what stands after <c>ON CONFLICT</c>, if anything.</summary>
    /// <param name="cursor">The text.</param>
    /// <param name="annotations">The annotations before.</param>
    /// <param name="name">The annotation's name.</param>
    public static AnnotationSet TakeConflict(SqlCursor cursor, AnnotationSet annotations, string name = OperationAnnotations.Conflict)
        => cursor.TakeIf("ON", "CONFLICT") ? annotations.With(name, cursor.Take().Text.ToUpperInvariant()) : annotations;

    /// <summary>A condition or expression in parentheses, normalized.</summary>
    /// <param name="cursor">The text.</param>
    public static string TakeExpression(SqlCursor cursor) => SqlText.Normalize(cursor.TakeParenthesized());

    /// <summary>The columns of a key in parentheses, with what they have beside their names as an annotation.</summary>
    /// <param name="cursor">The text.</param>
    /// <param name="name">The key's name.</param>
    /// <param name="draft">The table.</param>
    public static Key TakeKey(SqlCursor cursor, string name, TableDraft draft)
    {
        var columns = new List<string>();
        var isPlain = true;
        cursor.TakeOperator("(");
        var start = cursor.Current.Position;
        var end = start;
        while (!cursor.AtEnd && !cursor.Current.IsOperator(")"))
        {
            var term = cursor.TakeTerm();
            end = cursor.LastEnd;
            if (term.Count > 1 && term[^1].Is("AUTOINCREMENT"))
            {
                term.RemoveAt(term.Count - 1);
                end = term[^1].End;
                SetAutoincrement(draft, term[0].Name);
            }

            columns.Add(draft.ColumnName(term[0].Name));
            isPlain &= term.Count == 1 || (term.Count == 2 && term[1].Is("ASC"));
            cursor.TakeOperator(",");
        }

        var annotations = isPlain
            ? AnnotationSet.Empty
            : AnnotationSet.Empty.With(OperationAnnotations.KeyColumns, SqlText.Normalize(cursor.Text(start, end)));
        cursor.TakeOperator(")");
        return new(name, columns.ToEquatableList()) { Annotations = TakeConflict(cursor, annotations) };
    }

    /// <summary>What follows <c>REFERENCES</c>.</summary>
    /// <param name="cursor">The text.</param>
    /// <param name="name">The foreign key's name.</param>
    /// <param name="columns">Its columns.</param>
    public static ForeignKey TakeReference(SqlCursor cursor, string name, EquatableList<string> columns)
    {
        ObjectName table = cursor.Take().Name;
        var key = new ForeignKey(name, columns, table, cursor.Current.IsOperator("(") ? TakeNames(cursor) : []);
        while (!cursor.AtEnd)
        {
            if (cursor.TakeIf("ON", "DELETE"))
                key = key with { OnDelete = TakeAction(cursor) };
            else if (cursor.TakeIf("ON", "UPDATE"))
                key = key with { OnUpdate = TakeAction(cursor) };
            else if (cursor.TakeIf("MATCH"))
                key = key with { Annotations = key.Annotations.With(OperationAnnotations.Match, cursor.Take().Name.ToUpperInvariant()) };
            else
                break;
        }

        return TakeDeferrable(cursor, key);
    }

    /// <summary>The foreign key with what is said here about when it is checked, if anything.</summary>
    /// <param name="cursor">The text.</param>
    /// <param name="key">The foreign key.</param>
    public static ForeignKey TakeDeferrable(SqlCursor cursor, ForeignKey key)
    {
        var text = cursor.TakeIf("NOT", "DEFERRABLE") ? "NOT DEFERRABLE" : cursor.TakeIf("DEFERRABLE") ? "DEFERRABLE" : null;
        if (text is null)
            return key;
        if (cursor.TakeIf("INITIALLY", "DEFERRED"))
            text += " INITIALLY DEFERRED";
        else if (cursor.TakeIf("INITIALLY", "IMMEDIATE"))
            text += " INITIALLY IMMEDIATE";
        return key with { Annotations = key.Annotations.With(OperationAnnotations.Deferrable, text) };
    }

    /// <summary>Names in parentheses.</summary>
    /// <param name="cursor">The text.</param>
    public static EquatableList<string> TakeNames(SqlCursor cursor)
    {
        var names = new List<string>();
        cursor.TakeOperator("(");
        while (!cursor.AtEnd && !cursor.TakeOperator(")"))
        {
            names.Add(cursor.TakeTerm()[0].Name);
            cursor.TakeOperator(",");
        }

        return names.ToEquatableList();
    }

    /// <summary>Marks a column as <c>AUTOINCREMENT</c>, as EF's operations do.</summary>
    /// <param name="draft">The table.</param>
    /// <param name="column">The column.</param>
    public static void SetAutoincrement(TableDraft draft, string column)
    {
        var index = draft.Columns.FindIndex(c => c.Name.Equals(column, StringComparison.OrdinalIgnoreCase));
        if (index >= 0)
            draft.Columns[index] = draft.Columns[index] with { Annotations = draft.Columns[index].Annotations.With("Sqlite:Autoincrement", true) };
    }

    private static ReferentialAction TakeAction(SqlCursor cursor)
    {
        if (cursor.TakeIf("CASCADE"))
            return ReferentialAction.Cascade;
        if (cursor.TakeIf("RESTRICT"))
            return ReferentialAction.Restrict;
        if (cursor.TakeIf("SET", "NULL"))
            return ReferentialAction.SetNull;
        if (cursor.TakeIf("SET", "DEFAULT"))
            return ReferentialAction.SetDefault;
        cursor.TakeIf("NO", "ACTION");
        return ReferentialAction.NoAction;
    }
}
