using System.Linq;
using DbMigrate.Revisions.Graph;
using Xunit;

namespace DbMigrate.Revisions.Tests.Graph;

/// <summary>What is undone, in which order, and what stays.</summary>
public sealed class DowngradeCases
{
    private const string Linear = "aaaa:- bbbb:aaaa cccc:bbbb dddd:cccc eeee:dddd";
    private const string Branches = "a:- b:a c1:b#c1branch d1:c1 c2:b#c2branch d2:c2";
    private const string MergeWithArm = "a1:- b1:a1 c1:b1 a2:- b2:a2 c2:b2 d1:c1,c2 d2:c2";
    private const string Diamond = "a:- b:a c1:b d1:c1 c2:b#c2branch d2:c2 e:d1,d2 f:e";
    private const string Implied = "a1:-#lib1 b1:a1 c1:b1 a2:- b2:a2 c2:b2~c1 d1:c1 e1:d1 f1:e1";
    private const string CrissCross = "a1:- a2:a1 b1:- b2:b1~a2 b3:b2 a3:a2~b1";
    private const string Repeated = "a1:- a2:a1 a3:a2 b1:- b2:b1~a3 b3:b2 b4:b3~a3";
    private const string ImpliedArm = "a1:- b1:-~a1 bmerge:a1,b1";
    private const string CrossBranch = "a:- b:a c1:b#c1branch d1:c1 c2:b#c2branch d2:c2~c1";
    private const string ThreeTrees = "base1:-#b_1 a1a:base1 a1b:base1 b1a:a1a b1b:a1b~a3 base2:-#b_2 a2:base2 b2:a2 c2:b2~a3 d2:c2 base3:-#b_3 a3:base3 b3:a3";
    private const string EffectiveHeads = "y1:-#y x1:-#x y2:y1~x1 x2:x1";
    private const string BaseDepends = "base1:- a1:base1 b1:a1 c2:-~a1 c3:c2";

    [Theory]
    [InlineData("C3", Linear, "eeee", "cccc", "eeee dddd", "cccc")]
    [InlineData("C3", Linear, "cccc", "base", "cccc bbbb aaaa", "")]
    [InlineData("C3", Linear, "cccc", "-1", "cccc", "bbbb")]
    [InlineData("C3", Linear, "eeee", "-3", "eeee dddd cccc", "bbbb")]
    [InlineData("C3", Linear, "dddd", "aaaa+2", "dddd", "cccc")]
    [InlineData("C3", Linear, "dddd", "cccc-2", "dddd cccc bbbb", "aaaa")]
    [InlineData("C3, named start", Linear, "dddd", "current-2", "dddd cccc", "bbbb")]
    [InlineData("C5", Linear, "", "base", "", "")]
    [InlineData("C5", Linear, "aaaa", "aaaa", "", "aaaa")]
    [InlineData("C5", Linear, "eeee", "eeee", "", "eeee")]
    [InlineData("C9", Branches, "d1+d2", "a", "b c1 c2 d1 d2", "a")]
    [InlineData("C9", Branches, "d1+d2", "base+2", "c1 c2 d1 d2", "b")]
    [InlineData("C10", Branches, "d2+d1", "c2branch@base+2", "d2 c2", "d1")]
    [InlineData("C10", Branches, "d2+d1", "c2branch@base+3", "d2", "c2 d1")]
    [InlineData("C10", Branches, "d2+d1", "c2", "d2", "c2 d1")]
    [InlineData("C10", Branches, "c1+d2", "c1branch@b", "c1", "d2")]
    [InlineData("C10", Branches, "c1+d2", "c2branch@b", "d2 c2", "c1")]
    [InlineData("C10", Branches, "d1+d2", "c2@b", "d2 c2", "d1")]
    [InlineData("C10", Branches, "d1+d2", "d1@b", "d1 c1", "d2")]
    [InlineData("C10", Branches, "d1+d2", "c1branch@head-1", "d1", "c1 d2")]
    [InlineData("C10", Branches, "d1+d2", "c1branch@-1", "d1", "c1 d2")]
    [InlineData("C10", Branches, "d2+c1", "d2-1", "d2", "c1 c2")]
    [InlineData("C12", Branches, "a", "-1", "a", "")]
    [InlineData("C12", Branches, "d1+c2", "c2", "", "c2 d1")]
    [InlineData("C12", Branches, "d1+c2", "d1", "", "c2 d1")]
    [InlineData("C14", MergeWithArm, "d2+d1", "b1", "d1 c1", "b1 d2")]
    [InlineData("C18", Diamond, "f", "b", "c1 c2 d1 d2 e f", "b")]
    [InlineData("C18, a merge is one step", Diamond, "e", "-1", "e", "d1 d2")]
    [InlineData("C20", Implied, "c2+d1", "c1", "d1", "c2")]
    [InlineData("C22", CrissCross, "a3+b2", "b1", "b2", "a3")]
    [InlineData("C23", "a1:- a2:a1~a1", "a2", "a1", "a2", "a1")]
    [InlineData("C24", Repeated, "b4", "b3", "b4", "b3")]
    [InlineData("C25", ImpliedArm, "bmerge", "a1", "bmerge", "b1")]
    [InlineData("C25", ImpliedArm, "bmerge", "b1", "bmerge", "b1")]
    [InlineData("C26", CrossBranch, "d1+d2", "c2branch@b", "d2 c2", "d1")]
    [InlineData("C26", CrossBranch, "d1+d2", "c1branch@b", "d1 d2 c1", "c2")]
    [InlineData("C27", ThreeTrees, "b1a+b1b+d2+b3", "b_2@base", "a2 b2 base2 c2 d2", "b1a b1b b3")]
    [InlineData("C27", ThreeTrees, "b1a+b1b+d2+b3", "b_3@base", "a3 b1b b3 base3 c2 d2", "a1b b1a b2")]
    [InlineData("C28", EffectiveHeads, "x2+y2", "x@-1", "x2", "y2")]
    [InlineData("C28", EffectiveHeads, "x1+y2", "x@-1", "y2 x1", "y1")]
    [InlineData("C28", EffectiveHeads, "y2", "x@-1", "y2 x1", "y1")]
    [InlineData("C29", BaseDepends, "b1+c3", "base", "a1 b1 base1 c2 c3", "")]
    [InlineData("C39, unmerge", "c:- d1:c d2:c e:d1,d2", "e", "d1", "e", "d1 d2")]
    public void Undoes_in_order(string number, string graph, string now, string to, string plan, string rows)
    {
        var revisions = Notation.Graph(graph);
        var steps = RevisionPlanner.Down(revisions, revisions.Applied(now), to);
        Assert.Equal((number, Notation.Rows(Notation.Words(plan))), (number, Notation.Rows(steps.Select(r => r.Id))));
        Assert.Equal((number, rows), (number, revisions.RowsAfterDown(now, steps)));
        OrderAssert.ParentsFirst([.. steps.Reverse()]);
    }

    [Theory]
    [InlineData("C4", Linear, "bbbb", "-5", "RevisionNotReachable", "Relative revision -5 didn't produce 5 migrations")]
    [InlineData("C4", Linear, "bbbb", "-3", "RevisionNotReachable", "Relative revision -3 didn't produce 3 migrations")]
    [InlineData("C4", Linear, "bbbb", "+2", "RevisionNotReachable", "Relative revision +2 didn't produce 2 migrations")]
    [InlineData("C4", Linear, "", "bbb", "RevisionNotReachable", "Destination bbb is not a valid downgrade target from current head(s)")]
    [InlineData("C4", Linear, "bbbb", "cccc", "RevisionNotReachable", "Destination cccc is not a valid downgrade target from current head(s)")]
    [InlineData("C11, refused instead of guessed", Branches, "d1+d2", "-1", "RevisionAmbiguous", "Ambiguous downgrade from multiple current revisions: d1, d2")]
    [InlineData("C12", Branches, "", "-1", "RevisionNotReachable", "Relative revision -1 didn't produce 1 migrations")]
    [InlineData("a branch that is not applied", Branches, "d1", "c2branch@-1", "RevisionNotReachable", "nothing is applied there")]
    [InlineData("a branch that is not applied", Branches, "d1", "c2branch@b", "RevisionNotReachable", "nothing of branch 'c2branch' is applied")]
    [InlineData("several destinations", Branches, "d1+d2", "heads", "RevisionAmbiguous", "d1, d2")]
    [InlineData("beyond a merge", Diamond, "e", "-2", "RevisionAmbiguous", "Ambiguous walk in '-2': from e it could go to d1, d2")]
    public void Refuses_with_the_reason(string number, string graph, string now, string to, string error, string message)
    {
        var revisions = Notation.Graph(graph);
        ErrorAssert.Throws(number, error, message, () => RevisionPlanner.Down(revisions, revisions.Applied(now), to));
    }
}
