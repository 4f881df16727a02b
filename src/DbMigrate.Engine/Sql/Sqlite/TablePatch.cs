using System;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Sql.Sqlite;

/// <summary>
/// Writes a table's new definition into the text of its old one, so that what nobody changed is as somebody wrote it:
/// layout, comments, names' quotes, and clauses that mean nothing to us.
/// </summary>
/// <param name="stored">The old text.</param>
/// <param name="after">The new definition.</param>
internal sealed class TablePatch(StoredTable stored, Table after)
{
    private readonly TablePieces _pieces = new(stored.Layout);
    private readonly ConstraintPatch _constraints = new(stored, after);

    /// <summary>The text.</summary>
    /// <param name="isKept">Whether a column of the table before, by its present name, is the one of that name after.</param>
    public string Write(Func<string, bool> isKept)
    {
        var followed = stored.Followed.Columns;
        var columns = _pieces.All.Where(p => p.Span!.Column >= 0).ToList();
        var kept = columns.Where(p => isKept(followed[p.Span!.Column].Name) && after.FindColumn(followed[p.Span.Column].Name) is not null).ToList();
        foreach (var piece in columns.Except(kept))
            _pieces.Remove(piece);
        var texts = kept.SelectMany(p => p.Span!.Clauses).ToDictionary(c => c, c => _constraints.Write(c, isInline: true));
        foreach (var piece in _pieces.All.Where(p => p.Span!.Column < 0).ToList())
            Constraint(piece);
        foreach (var piece in kept)
            Column(piece, after.FindColumn(followed[piece.Span!.Column].Name)!, texts);
        var names = kept.Select(p => followed[p.Span!.Column].Name).ToHashSet(StringComparer.Ordinal);
        foreach (var column in after.Columns.Where(c => !names.Contains(c.Name)))
            _pieces.AddColumn(ColumnText.Write(column, TakeKey(column)), TableText.CommentLines(column.Comment));
        foreach (var constraint in _constraints.Rest)
            _pieces.AddConstraint(constraint);
        return Head() + _pieces.Write() + Tail();
    }

    private void Column(TablePiece piece, Column column, System.Collections.Generic.Dictionary<Introspection.Sqlite.ClauseSpan, string?> texts)
    {
        var before = stored.Written.Columns[piece.Span!.Column];
        piece.Body = new ColumnPatch(stored.Layout.Sql, piece.Span, before, column).Write(c => texts[c], TakeKey(column));
        var isFirst = _pieces.All[0] == piece;
        if (before.Comment != column.Comment || (isFirst && (stored.Written.Comment != after.Comment || piece.Span.Column != 0)))
        {
            var set = isFirst && after.Comment is not null ? TableText.CommentLines(after.Comment) + "\n" : "";
            piece.Lead = (isFirst ? "\n" : "\n\n") + set + TableText.CommentLines(column.Comment) + "    ";
        }
    }

    private void Constraint(TablePiece piece)
    {
        var texts = piece.Span!.Clauses.Select(c => _constraints.Write(c, isInline: false)).ToList();
        if (texts is [{ } text])
            piece.Body = text;
        else
            _pieces.Remove(piece);
    }

    private Key? TakeKey(Column column)
    {
        if (!_constraints.NeedsKey || !SqliteFacets.IsKeyInline(after) || SqliteFacets.InlineKeyColumn(after)!.Name != column.Name)
            return null;
        _constraints.NeedsKey = false;
        return after.PrimaryKey;
    }

    private string Head()
    {
        var ((start, end), sql) = (stored.Layout.Name, stored.Layout.Sql);
        var name = sql[start..end];
        return sql[..start] + (SqlText.Unquote(name) == after.Name.Name ? name : SqlText.Quote(after.Name.Name)) + sql[end..stored.Layout.BodyStart];
    }

    private string Tail()
        => SqliteFacets.IsStrict(stored.Written) == SqliteFacets.IsStrict(after) && SqliteFacets.IsWithoutRowId(stored.Written) == SqliteFacets.IsWithoutRowId(after)
            ? stored.Layout.Sql[stored.Layout.BodyEnd..]
            : ")" + TableText.Options(after);
}
