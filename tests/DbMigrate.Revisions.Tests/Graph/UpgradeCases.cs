using DbMigrate.Revisions.Graph;
using Xunit;

namespace DbMigrate.Revisions.Tests.Graph;

/// <summary>What is applied, from where to where, in which order.</summary>
public sealed class UpgradeCases
{
    private const string Linear = "aaaa:- bbbb:aaaa cccc:bbbb dddd:cccc eeee:dddd";
    private const string Branches = "a:- b:a c1:b#c1branch d1:c1 c2:b#c2branch d2:c2";
    private const string MergeWithArm = "a1:- b1:a1 c1:b1 a2:- b2:a2 c2:b2 d1:c1,c2 d2:c2";
    private const string ThreeArms = "a1:- b1:a1 c1:b1 a2:- b2:a2 c2:b2 a3:- b3:a3 c3:b3 d1:c1,c2,c3 d2:c2 d3:c3";
    private const string TwinMerges = "a:- b1:a b2:a b3:a c1:b1,b2,b3 c2:b1,b2,b3 d1:c1 d2:c2";
    private const string TwinMergesApart = "a:- b1:a b2:a b3:a c1:b1,b2 c2:b2,b3 d1:c1 d2:c2";
    private const string Diamond = "a:- b:a c1:b d1:c1 c2:b#c2branch d2:c2 e:d1,d2 f:e";
    private const string LabelDependency = "a1:-#lib1 b1:a1 c1:b1#c1lib a2:- b2:a2 c2:b2~c1lib d1:c1 e1:d1 f1:e1";
    private const string ThreeTrees = "base1:-#b_1 a1a:base1 a1b:base1 b1a:a1a b1b:a1b~a3 base2:-#b_2 a2:base2 b2:a2 c2:b2~a3 d2:c2 base3:-#b_3 a3:base3 b3:a3";

    [Theory]
    [InlineData("C1", Linear, "cccc", "eeee", "dddd eeee", "eeee")]
    [InlineData("C1", Linear, "", "cccc", "aaaa bbbb cccc", "cccc")]
    [InlineData("C1", Linear, "aaaa", "+2", "bbbb cccc", "cccc")]
    [InlineData("C1", Linear, "aaaa", "+1", "bbbb", "bbbb")]
    [InlineData("C1", Linear, "bbbb", "+3", "cccc dddd eeee", "eeee")]
    [InlineData("C1", Linear, "aaaa", "bbbb+2", "bbbb cccc dddd", "dddd")]
    [InlineData("C1", Linear, "aaaa", "dddd-2", "bbbb", "bbbb")]
    [InlineData("C1, nothing to do", Linear, "cccc", "aaaa", "", "cccc")]
    [InlineData("C1, nothing to do", Linear, "eeee", "head", "", "eeee")]
    [InlineData("C1, base", Linear, "cccc", "base", "", "cccc")]
    [InlineData("C7", Branches, "b", "d1", "c1 d1", "d1")]
    [InlineData("C7", Branches, "a", "d1 d2", "b c1 d1 c2 d2", "d1 d2")]
    [InlineData("C7", Branches, "b", "c2branch@head-1", "c2", "c2")]
    [InlineData("C8", Branches, "c1", "c2branch@+1", "c2", "c1 c2")]
    [InlineData("C8", Branches, "c1+c2", "c2branch@+1", "d2", "c1 d2")]
    [InlineData("C8", Branches, "", "base+1", "a", "a")]
    [InlineData("C8", Branches, "", "+1", "a", "a")]
    [InlineData("C8, a branch not begun", Branches, "", "c2branch@+3", "a b c2", "c2")]
    [InlineData("C14", MergeWithArm, "d2+b1", "d1", "c1 d1", "d1 d2")]
    [InlineData("C15", ThreeArms, "d3+d2+b1", "d1", "c1 d1", "d1 d2 d3")]
    [InlineData("C15", ThreeArms, "d3+b2+b1", "d1", "c1 c2 d1", "d1 d3")]
    [InlineData("C15", ThreeArms, "d3+d1", "d2", "d2", "d1 d2 d3")]
    [InlineData("C16", TwinMerges, "a", "b3", "b3", "b3")]
    [InlineData("C16", TwinMerges, "b3", "b1", "b1", "b1 b3")]
    [InlineData("C16", TwinMerges, "b1+b3", "b2", "b2", "b1 b2 b3")]
    [InlineData("C16", TwinMerges, "b1+b2+b3", "c2", "c2", "c2")]
    [InlineData("C16", TwinMerges, "c2", "d2", "d2", "d2")]
    [InlineData("C16", TwinMerges, "d2", "c1", "c1", "c1 d2")]
    [InlineData("C16", TwinMerges, "d2+c1", "d1", "d1", "d1 d2")]
    [InlineData("C17", TwinMergesApart, "a", "b2", "b2", "b2")]
    [InlineData("C17", TwinMergesApart, "b2", "b3", "b3", "b2 b3")]
    [InlineData("C17", TwinMergesApart, "b2+b3", "c2", "c2", "c2")]
    [InlineData("C17", TwinMergesApart, "d2", "b1", "b1", "b1 d2")]
    [InlineData("C17", TwinMergesApart, "d2+b1", "c1", "c1", "c1 d2")]
    [InlineData("C17", TwinMergesApart, "d2+c1", "d1", "d1", "d1 d2")]
    [InlineData("C18", Diamond, "b", "f", "c1 d1 c2 d2 e f", "f")]
    [InlineData("C21", LabelDependency, "a2", "c2", "a1 b1 c1 b2 c2", "c2")]
    [InlineData("C23", "a1:- a2:a1~a1", "", "a2", "a1 a2", "a2")]
    [InlineData("C25", "a1:- b1:-~a1 bmerge:a1,b1", "a1", "b1", "b1", "b1")]
    [InlineData("C25", "a1:- b1:-~a1 bmerge:a1,b1", "b1", "bmerge", "bmerge", "bmerge")]
    [InlineData("C27", ThreeTrees, "", "b_2@head", "base2 a2 b2 base3 a3 c2 d2", "d2")]
    [InlineData("C27", ThreeTrees, "", "b_3@head", "base3 a3 b3", "b3")]
    [InlineData("C27", ThreeTrees, "", "b1b@head", "base1 a1b base3 a3 b1b", "b1b")]
    [InlineData("C30", "a1:- a2:a1 a3:a2 b1:- b2:b1~a2 b3:b2", "b2", "b3", "b3", "b3")]
    [InlineData("C36, overlapping requests are one plan here", Linear, "", "bbbb dddd", "aaaa bbbb cccc dddd", "dddd")]
    public void Applies_in_order(string number, string graph, string now, string to, string plan, string rows)
    {
        var revisions = Notation.Graph(graph);
        var steps = RevisionPlanner.Up(revisions, revisions.Applied(now), to.Split(' '));
        Assert.Equal((number, Sorted(plan)), (number, Sorted(Notation.Ids(steps))));
        Assert.Equal((number, rows), (number, revisions.RowsAfterUp(now, steps)));
        OrderAssert.ParentsFirst(steps);

        static string Sorted(string ids) => Notation.Rows(Notation.Words(ids));
    }

    [Theory]
    [InlineData("C2", Linear, "bbbb", "-2", "RevisionNotReachable", "Relative revision -2 didn't produce 2 migrations")]
    [InlineData("C2", Linear, "bbbb", "+5", "RevisionNotReachable", "Relative revision +5 didn't produce 5 migrations")]
    [InlineData("C8", Branches, "c1+c2", "+1", "RevisionAmbiguous", "Ambiguous upgrade from multiple current revisions: c1, c2")]
    [InlineData("C8, two ways up", Branches, "b", "+1", "RevisionAmbiguous", "Ambiguous walk in '+1': from b it could go to c1, c2")]
    [InlineData("C34", Branches, "", "head", "MultipleHeads", "Multiple head revisions are present for given argument 'head': d1, d2")]
    public void Refuses_with_the_reason(string number, string graph, string now, string to, string error, string message)
    {
        var revisions = Notation.Graph(graph);
        ErrorAssert.Throws(number, error, message, () => RevisionPlanner.Up(revisions, revisions.Applied(now), [to]));
    }

    [Fact]
    public void Applies_a_missing_revision_below_an_applied_one()
    {
        var revisions = Notation.Graph(Linear);
        Assert.Equal("bbbb eeee", Notation.Ids(RevisionPlanner.Up(revisions, ["aaaa", "cccc", "dddd"], ["head"])));
    }

    [Fact]
    public void Refuses_a_history_that_names_a_revision_without_script()
    {
        var revisions = Notation.Graph(Linear);
        ErrorAssert.Throws("", "HistoryUnknownRevision", "'ffff'", () => RevisionPlanner.Up(revisions, ["aaaa", "ffff"], ["head"]));
        ErrorAssert.Throws("", "HistoryUnknownRevision", "'ffff'", () => RevisionPlanner.Down(revisions, ["aaaa", "ffff"], "base"));
    }
}
