using System.Linq;
using DbMigrate.Revisions.Graph;
using Xunit;

namespace DbMigrate.Revisions.Tests.Graph;

/// <summary>What a plan undoes besides the line that was named.</summary>
public sealed class SiblingCases
{
    private const string Branches = "a:- b:a c1:b#c1branch d1:c1 c2:b#c2branch d2:c2";
    private const string CrossBranch = "a:- b:a c1:b#c1branch d1:c1 c2:b#c2branch d2:c2~c1";

    [Theory]
    [InlineData("2.4, the shared root takes the other branch along", Branches, "d1+d2", "c1branch@base", "c2 d2")]
    [InlineData("2.4", Branches, "d1+d2", "c1branch@a", "c2 d2")]
    [InlineData("C10", Branches, "d1+d2", "c1branch@b", "")]
    [InlineData("C26, by dependency", CrossBranch, "d1+d2", "c1branch@b", "d2")]
    [InlineData("C26, by dependency", CrossBranch, "d1+d2", "d1@-2", "d2")]
    [InlineData("all above a revision is what was asked for", Branches, "d1+d2", "b", "")]
    [InlineData("everything is what was asked for", Branches, "d1+d2", "base", "")]
    [InlineData("nothing to undo", Branches, "d1", "d1", "")]
    [InlineData("one step", Branches, "d1", "-1", "")]
    public void Siblings_are_named(string number, string graph, string now, string to, string ids)
    {
        var revisions = Notation.Graph(graph);
        Assert.Equal((number, ids), (number, Notation.Rows(RevisionPlanner.Siblings(revisions, revisions.Applied(now), to).Select(r => r.Id))));
    }

    [Theory]
    [InlineData("C21, by dependency", CrossBranch, "", "c2branch@head", "c1")]
    [InlineData("C21, applied already", CrossBranch, "c1", "c2branch@head", "")]
    [InlineData("C21, named too", CrossBranch, "", "c2branch@head c1", "")]
    [InlineData("everything is what was asked for", CrossBranch, "", "heads", "")]
    [InlineData("the shared root is part of the line", CrossBranch, "", "c1branch@head", "")]
    [InlineData("C27, another tree", "base1:-#b_1 a1:base1 base3:-#b_3 a3:base3 b1:a1~a3", "", "b_1@head", "a3 base3")]
    [InlineData("a step", CrossBranch, "c2", "c2branch@+1", "c1")]
    [InlineData("nothing to apply", CrossBranch, "d2", "c2", "")]
    public void Siblings_that_would_be_applied_are_named(string number, string graph, string now, string to, string ids)
    {
        var revisions = Notation.Graph(graph);
        Assert.Equal((number, ids), (number, Notation.Rows(RevisionPlanner.SiblingsAbove(revisions, revisions.Applied(now), to.Split(' ')).Select(r => r.Id))));
    }
}
