using System.Linq;
using DbMigrate.Revisions.Graph;
using Xunit;

namespace DbMigrate.Revisions.Tests.Graph;

/// <summary>Ranges of the history, newest first.</summary>
public sealed class RangeCases
{
    private const string Linear = "a:- b:a c:b";
    private const string TwoTrees = "a:-#abranch b:a somelongername:b c:somelongername d:- e:d#ebranch someothername:e f:someothername";
    private const string ThreeTrees = "base1:-#b_1 a1a:base1 a1b:base1 b1a:a1a b1b:a1b~a3 base2:-#b_2 a2:base2 b2:a2 c2:b2~a3 d2:c2 base3:-#b_3 a3:base3 b3:a3";

    [Theory]
    [InlineData("C42", Linear, ":", "c b a")]
    [InlineData("C42", Linear, "a:b", "b a")]
    [InlineData("C42", Linear, ":b", "b a")]
    [InlineData("C42", Linear, "a:", "c b a")]
    [InlineData("C42", Linear, "a:+2", "c b a")]
    [InlineData("C42", Linear, "-2:c", "c b a")]
    [InlineData("C42", Linear, "-5:c", "c b a")]
    [InlineData("C42", Linear, "-1:", "c b")]
    [InlineData("C42", Linear, ":+2", "b a")]
    [InlineData("2.2, refused by Alembic", Linear, "head-2:head", "c b a")]
    [InlineData("C33", TwoTrees, "ebranch@base:heads", "f someothername e d")]
    [InlineData("C33", TwoTrees, "base:ebranch@head", "f someothername e d")]
    [InlineData("C33", TwoTrees, "ebranch@-2:heads", "f someothername e")]
    [InlineData("C33", TwoTrees, "base:ebranch@+2", "e d")]
    [InlineData("C34", "", "base:head", "")]
    [InlineData("nothing up to the base", Linear, ":base", "")]
    public void A_range_lists_newest_first(string number, string graph, string range, string ids)
        => Assert.Equal((number, ids), (number, Notation.Ids(RevisionRange.Resolve(Notation.Graph(graph), range))));

    [Theory]
    [InlineData("b", "current:", "c b")]
    [InlineData("", "current:", "c b a")]
    [InlineData("b", ":current", "b a")]
    public void C42_a_side_may_be_where_the_database_is(string now, string range, string ids)
    {
        var graph = Notation.Graph(Linear);
        Assert.Equal(ids, Notation.Ids(RevisionRange.Resolve(graph, range, graph.Applied(now))));
    }

    [Theory]
    [InlineData("C42", Linear, "abc", "RangeInvalid", "A range requires [start]:[end], [start]:, or :[end], but is 'abc'")]
    [InlineData("C42", Linear, "a:b:c", "RangeInvalid", "A range requires")]
    [InlineData("C27", ThreeTrees, "d2:b2", "RevisionNotReachable", "Revision d2 is not an ancestor of revision b2")]
    [InlineData("C36", TwoTrees, "a:f", "RevisionNotReachable", "Revision a is not an ancestor of revision f")]
    [InlineData("C36", Linear, "b:base", "RevisionNotReachable", "Revision b is not an ancestor of revision base")]
    [InlineData("several ends", TwoTrees, "-1:heads", "RevisionAmbiguous", "'-1' stands for several revisions: c, f")]
    [InlineData("no fixed side", Linear, "-1:+1", "RangeInvalid", "Both sides of '-1:+1' count from each other")]
    public void Other_ranges_are_refused(string number, string graph, string range, string error, string message)
        => ErrorAssert.Throws(number, error, message, () => RevisionRange.Resolve(Notation.Graph(graph), range));

    [Fact]
    public void A_range_over_dependencies_takes_them_along()
        => Assert.Equal("d2 c2", Notation.Ids(RevisionRange.Resolve(Notation.Graph(ThreeTrees), "c2:d2").Take(2)));
}
