using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using DbMigrate.Engine.Introspection.Sqlite;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Sql.Sqlite;

/// <summary>A column or constraint in a <c>CREATE TABLE</c>, with the white space and comments around it.</summary>
/// <param name="span">Where it stood; null for a new one.</param>
internal sealed class TablePiece(ItemSpan? span)
{
    /// <summary>Where it stood; null for a new one.</summary>
    public ItemSpan? Span { get; } = span;

    /// <summary>What stands before it.</summary>
    public string Lead { get; set; } = "";

    /// <summary>It.</summary>
    public required string Body { get; set; }

    /// <summary>What stands between it and its comma.</summary>
    public string Gap { get; set; } = "";

    /// <summary>A comment after its comma, on the same line.</summary>
    public string Tail { get; set; } = "";

    /// <summary>The piece that follows without a comma, as SQLite allows between constraints.</summary>
    public TablePiece? Adjoining { get; set; }
}

/// <summary>The columns and constraints of a <c>CREATE TABLE</c> as text, to be changed one by one.</summary>
internal sealed class TablePieces
{
    private readonly string _lineStart;

    /// <summary>Cuts a statement.</summary>
    /// <param name="layout">The statement.</param>
    public TablePieces(TableLayout layout)
    {
        var sql = layout.Sql;
        var at = layout.BodyStart;
        foreach (var span in layout.Items)
        {
            var piece = new TablePiece(span) { Body = sql[span.Start..span.End] };
            if (All.Count == 0)
                piece.Lead = sql[at..span.Start];
            else
                Separate(sql[at..span.Start], All[^1], piece);
            All.Add(piece);
            at = span.End;
        }

        if (All.Count > 0)
            All[^1].Gap = sql[at..layout.BodyEnd];
        _lineStart = sql.AsSpan(layout.BodyStart, layout.BodyEnd - layout.BodyStart).Contains('\n') ? "\n    " : " ";
    }

    /// <summary>The pieces in order.</summary>
    public List<TablePiece> All { get; } = [];

    /// <summary>Takes a piece out, with what belongs to it.</summary>
    /// <param name="piece">The piece.</param>
    public void Remove(TablePiece piece)
    {
        var index = All.IndexOf(piece);
        if (index > 0 && index == All.Count - 1)
            All[index - 1].Gap += piece.Gap;
        All.RemoveAt(index);
    }

    /// <summary>Adds a column after the others.</summary>
    /// <param name="body">Its definition.</param>
    /// <param name="comment">The lines of its comment; empty for none.</param>
    public void AddColumn(string body, string comment)
        => Insert(All.FindLastIndex(p => p.Span is null || p.Span.Column >= 0) + 1, body, comment.Length == 0 ? _lineStart : "\n\n" + comment + "    ");

    /// <summary>Adds a constraint at the end.</summary>
    /// <param name="body">Its definition.</param>
    public void AddConstraint(string body) => Insert(All.Count, body, _lineStart);

    /// <summary>The text between the parentheses.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        for (var i = 0; i < All.Count; i++)
        {
            var piece = All[i];
            text.Append(piece.Lead).Append(piece.Body).Append(piece.Gap);
            if (i == All.Count - 1)
                text.Append(piece.Tail).Append(piece.Tail.Contains("--", StringComparison.Ordinal) ? "\n" : "");
            else
                text.Append(piece.Adjoining == All[i + 1] ? "" : ",").Append(piece.Tail);
        }

        return text.ToString();
    }

    private void Insert(int index, string body, string lead)
    {
        var piece = new TablePiece(null) { Lead = lead, Body = body };
        if (index == All.Count && index > 0)
            (piece.Gap, All[index - 1].Gap) = (All[index - 1].Gap, "");
        All.Insert(index, piece);
    }

    // A comment on the line of the comma is about what stands before it.
    private static void Separate(string between, TablePiece before, TablePiece after)
    {
        after.Lead = between;
        var comma = SqlTokenizer.Tokenize(between).FirstOrDefault(t => t.IsOperator(","));
        if (comma.Length == 0)
        {
            before.Adjoining = after;
            return;
        }

        before.Gap = between[..comma.Position];
        after.Lead = between[comma.End..];
        var lineEnd = after.Lead.IndexOf('\n', StringComparison.Ordinal);
        if (lineEnd > 0 && after.Lead.AsSpan(0, lineEnd).Trim().StartsWith("--"))
            (before.Tail, after.Lead) = (after.Lead[..lineEnd], after.Lead[lineEnd..]);
    }
}
