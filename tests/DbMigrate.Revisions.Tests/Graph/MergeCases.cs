using DbMigrate.Revisions.Graph;
using Xunit;

namespace DbMigrate.Revisions.Tests.Graph;

/// <summary>Which revisions a merge joins.</summary>
public sealed class MergeCases
{
    private const string Linear = "a:- b:a c:b";
    private const string Two = "a:- b:a c1:b#c1branch d1:c1 c2:b#c2branch d2:c2";
    private const string Three = "a:- b1:a b2:a b3:a";
    private const string Trees = "a1:- a2:a1 b1:- b2:b1";
    private const string Implied = "a1:- b1:-~a1";

    [Theory]
    [InlineData("2.6, all heads", Two, "heads", "d1 d2")]
    [InlineData("2.6, in any case of letters", Two, "HEADS", "d1 d2")]
    [InlineData("bug 35, where none is named all heads are meant, also three", Three, "heads", "b1 b2 b3")]
    [InlineData("in given order", Two, "d2 d1", "d2 d1")]
    [InlineData("by labels", Two, "c2branch@head c1branch@head", "d2 d1")]
    [InlineData("some of the heads", Three, "b3 b1", "b3 b1")]
    [InlineData("one named twice is one", Three, "b1 heads", "b1 b2 b3")]
    [InlineData("unrelated trees", Trees, "heads", "a2 b2")]
    [InlineData("C25, a head that another only depends on", Implied, "heads", "a1 b1")]
    [InlineData("C25", Implied, "b1 a1", "b1 a1")]
    public void Revisions_are_joined_in_the_order_in_which_they_are_named(string number, string graph, string revisions, string parents)
        => Assert.Equal((number, parents), (number, string.Join(" ", MergePlanner.Parents(Notation.Graph(graph), revisions.Split(' '), splice: false))));

    [Theory]
    [InlineData("C52", "c1 c2")]
    [InlineData("C52, in given order", "c2 c1")]
    [InlineData("C52, one of them", "d1 c2")]
    public void C52_revisions_that_others_build_on_need_splice(string number, string revisions)
    {
        var graph = Notation.Graph(Two);
        ErrorAssert.Throws(number, "SpliceRequired", "is not a head revision", () => MergePlanner.Parents(graph, revisions.Split(' '), splice: false));
        Assert.Equal(revisions.Split(' '), MergePlanner.Parents(graph, revisions.Split(' '), splice: true));
    }

    [Theory]
    [InlineData("one head", Linear, "heads", "MergeInvalid", "one head, c")]
    [InlineData("one head, named", Linear, "head", "MergeInvalid", "one head, c")]
    [InlineData("an empty folder", "", "heads", "MergeInvalid", "no revisions")]
    [InlineData("one of several", Two, "d1", "MergeInvalid", "Only d1")]
    [InlineData("the same one", Two, "d1 d1", "MergeInvalid", "Only d1")]
    [InlineData("the empty start", Two, "base d1", "MergeInvalid", "'base'")]
    [InlineData("its own ancestor", Two, "d1 c1", "MergeInvalid", "c1 cannot be merged with d1")]
    [InlineData("its own ancestor first", Two, "a d1 d2", "MergeInvalid", "a cannot be merged with d1")]
    [InlineData("several heads as one", Two, "head", "MultipleHeads", "d1, d2")]
    [InlineData("a range", Two, "a:d1", "RevisionNotFound", "Range revision not allowed")]
    [InlineData("a place of the database", Two, "current d1", "RevisionNotFound", "'current'")]
    [InlineData("nothing known", Two, "nowhere d1", "RevisionNotFound", "'nowhere'")]
    public void What_cannot_be_joined_is_refused(string number, string graph, string revisions, string error, string text)
    {
        var built = Notation.Graph(graph);
        ErrorAssert.Throws(number, error, text, () => MergePlanner.Parents(built, revisions.Split(' '), splice: false));
        if (error == "MergeInvalid")
            ErrorAssert.Throws(number, error, text, () => MergePlanner.Parents(built, revisions.Split(' '), splice: true));
    }
}
