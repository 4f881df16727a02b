using System.Linq;
using DbMigrate.Revisions.Graph;
using Xunit;

namespace DbMigrate.Revisions.Tests.Graph;

/// <summary>Drawings, exactly as they are shown; the id stands where the view writes more.</summary>
public sealed class DrawingCases
{
    [Theory]
    [InlineData("nothing", "", "")]
    [InlineData("a chain", "a:- b:a c:b", """
        * c
        * b
        * a
        """)]
    [InlineData("two branches", "a:- b:a c1:b d1:c1 c2:b d2:c2", """
        * d2
        * c2
        | * d1
        | * c1
        |/
        * b
        * a
        """)]
    [InlineData("a diamond", "a:- b:a c1:b d1:c1 c2:b d2:c2 e:d1,d2 f:e", """
        * f
        * e
        |\
        | * d2
        | * c2
        * | d1
        * | c1
        |/
        * b
        * a
        """)]
    [InlineData("two trees", "a1:- a2:a1 b1:- b2:b1", """
        * b2
        * b1
        * a2
        * a1
        """)]
    [InlineData("two trees that meet", "a1:- a2:a1 b1:- b2:b1 m:a2,b2", """
        * m
        |\
        | * b2
        | * b1
        * a2
        * a1
        """)]
    [InlineData("three heads of one base", "a:- b:a c:a d:a", """
        * d
        | * c
        |/
        | * b
        |/
        * a
        """)]
    [InlineData("three arms merged", "a:- b1:a b2:a b3:a m:b1,b2,b3", """
        * m
        |\
        | |\
        | | * b3
        | * | b2
        | |/
        * | b1
        |/
        * a
        """)]
    [InlineData("a merge of a merge", "a:- b:a c:a m1:b,c d:a m2:m1,d", """
        * m2
        |\
        | * d
        * | m1
        |\ \
        | * | c
        | |/
        * | b
        |/
        * a
        """)]
    [InlineData("an arm that lives on", "a1:- b1:a1 c1:b1 a2:- b2:a2 c2:b2 d1:c1,c2 d2:c2", """
        * d2
        | * d1
        |/|
        * | c2
        * | b2
        * | a2
         /
        * c1
        * b1
        * a1
        """)]
    [InlineData("twin merges", "a:- b1:a b2:a c1:b1,b2 c2:b1,b2", """
        * c2
        |\
        | | * c1
        | |/|
        | |/
        |/|
        | * b2
        * | b1
        |/
        * a
        """)]
    [InlineData("a merge with a column between", "a:- b:a c:a d:a m:b,d n:m,d o:c", """
        * o
        * c
        | * n
        | |\
        | * | m
        | |\|
        | | * d
        | |/
        |/|
        | * b
        |/
        * a
        """)]
    [InlineData("an old branch beside a long line", "a:- x:a b:a y:x c:b z:y m:c,z n:m", """
        * n
        * m
        |\
        | * z
        | * y
        | * x
        * | c
        * | b
        |/
        * a
        """)]
    public void A_graph_is_drawn(string name, string graph, string drawing)
    {
        Revision[] newestFirst = [.. Notation.Graph(graph).Ordered.Reverse()];

        Assert.Equal((name, drawing.ReplaceLineEndings("\n")), (name, Drawn(newestFirst)));
    }

    [Fact]
    public void A_line_to_what_is_not_listed_is_left_out()
    {
        var graph = Notation.Graph("a:- b:a c1:b d1:c1 c2:b d2:c2");
        Revision[] newestFirst = [.. RevisionRange.Resolve(graph, "c1:d1"), .. RevisionRange.Resolve(graph, "c2:d2")];

        Assert.Equal("* d1\n* c1\n* d2\n* c2", Drawn(newestFirst));
    }

    private static string Drawn(Revision[] newestFirst)
        => string.Join("\n", GraphDrawing.Draw(newestFirst).SelectMany((lines, i) => lines.Skip(1).Prepend($"{lines[0]} {newestFirst[i].Id}")));
}
