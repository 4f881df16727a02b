using System;
using System.Collections.Generic;
using System.Linq;

namespace DbMigrate.Revisions.Graph;

/// <summary>Draws revisions as <c>git log --graph</c> does: one row each, and between the rows the lines from each to its parents.</summary>
public sealed class GraphDrawing
{
    private readonly Dictionary<string, string> _listed;

    // What each column of the drawing leads down to.
    private List<string> _columns = [];

    private GraphDrawing(IEnumerable<Revision> revisions)
        => _listed = revisions.ToDictionary(r => r.Id, r => r.Id, StringComparer.OrdinalIgnoreCase);

    /// <summary>The lines of each revision: first its own row, with a <c>*</c>, then those that lead to the next row.</summary>
    /// <param name="newestFirst">The revisions, each before its parents; lines to parents that are not among them are left out.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Draw(IReadOnlyList<Revision> newestFirst)
    {
        var drawing = new GraphDrawing(newestFirst);
        return [.. newestFirst.Select(drawing.Next)];
    }

    private IReadOnlyList<string> Next(Revision revision)
    {
        var place = _columns.IndexOf(revision.Id);
        if (place < 0)
        {
            place = _columns.Count;
            _columns.Add(revision.Id);
        }

        var row = string.Join(" ", _columns.Select((_, column) => column == place ? "*" : "|"));
        string[] parents = [.. revision.Parents.Where(_listed.ContainsKey).Select(p => _listed[p])];
        return [row, .. Open(place, parents), .. Close()];
    }

    // Makes room for parents that no column leads to yet; all lines go to the right, or from a merge to a column that is there.
    private IReadOnlyList<string> Open(int place, string[] parents)
    {
        string[] others = [.. parents.Skip(1)];
        string[] added = [.. others.Where(p => !_columns.Contains(p))];
        List<string> opened = [.. _columns.Take(place), parents.FirstOrDefault() ?? "", .. added, .. _columns.Skip(place + 1)];
        var lines = new GraphLines();
        for (var column = 0; column < _columns.Count; column++)
        {
            if (column != place || parents.Length > 0)
                lines.Add(column, column > place ? column + added.Length : column);
        }

        foreach (var parent in others)
            lines.Add(place, opened.IndexOf(parent));
        _columns = opened;
        return lines.Draw();
    }

    // Lets columns that lead to the same revision run together, and the others move up; all lines go to the left.
    private IReadOnlyList<string> Close()
    {
        var closed = new List<string>();
        var lines = new GraphLines();
        for (var column = 0; column < _columns.Count; column++)
        {
            if (_columns[column].Length == 0)
                continue;
            var target = closed.IndexOf(_columns[column]);
            if (target < 0)
            {
                target = closed.Count;
                closed.Add(_columns[column]);
            }

            lines.Add(column, target);
        }

        _columns = closed;
        return lines.Draw();
    }
}
