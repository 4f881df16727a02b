using System.Collections.Generic;
using System.Linq;
using CsCheck;
using DbMigrate.Revisions.Graph;
using Xunit;

namespace DbMigrate.Revisions.Tests.Graph;

/// <summary>Laws of the drawing over random graphs.</summary>
public sealed class DrawingProperties
{
    [Fact]
    public void From_each_revision_lines_lead_to_all_its_parents()
        => RandomGraph.Any.Sample(
            text =>
            {
                Revision[] revisions = [.. Notation.Graph(text).Ordered.Reverse()];
                var drawing = GraphDrawing.Draw(revisions);
                for (var i = 0; i < revisions.Length; i++)
                    Assert.Subset(Reached(revisions, drawing, i), revisions[i].Parents.ToHashSet());
            },
            iter: 2000);

    [Fact]
    public void Each_row_has_one_star_and_the_last_row_stands_alone()
        => RandomGraph.Any.Sample(
            text =>
            {
                var drawing = GraphDrawing.Draw([.. Notation.Graph(text).Ordered.Reverse()]);
                Assert.All(drawing, lines => Assert.Equal(1, lines[0].Count(c => c == '*')));
                Assert.All(drawing.SelectMany(lines => lines.Skip(1)), line => Assert.Empty(line.Except("|/\\ ")));
                Assert.Equal(drawing.Count == 0 ? [] : ["*"], drawing.LastOrDefault() ?? []);
            },
            iter: 2000);

    // Where lines cross, the eye may take either; so more may be reached than is meant, never less.
    private static HashSet<string> Reached(Revision[] revisions, IReadOnlyList<IReadOnlyList<string>> drawing, int from)
    {
        var reached = new HashSet<string>();
        var places = new HashSet<int> { drawing[from][0].IndexOf('*') };
        places = drawing[from].Skip(1).Aggregate(places, Follow);
        for (var i = from + 1; i < revisions.Length; i++)
        {
            if (places.Remove(drawing[i][0].IndexOf('*')))
                reached.Add(revisions[i].Id);
            places = drawing[i].Skip(1).Aggregate(places, Follow);
        }

        return reached;
    }

    private static HashSet<int> Follow(HashSet<int> places, string line)
    {
        var next = new HashSet<int>();
        foreach (var place in places)
        {
            if (At(line, place) == '|')
                next.Add(place);
            if (At(line, place - 1) == '/')
                next.Add(place - 2);
            if (At(line, place + 1) == '\\')
                next.Add(place + 2);
        }

        return next;
    }

    private static char At(string line, int place) => place >= 0 && place < line.Length ? line[place] : ' ';
}
