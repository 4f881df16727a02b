using System.Linq;
using Xunit;

namespace DbMigrate.Revisions.Tests.Graph;

/// <summary>How a graph is built, and what is wrong with some.</summary>
public sealed class GraphCases
{
    [Theory]
    [InlineData("C38", "a:a", "Self-loop is detected in revisions (a)")]
    [InlineData("C38", "a:a b:a", "Self-loop is detected in revisions (a)")]
    [InlineData("C38", "a:- b:c c:b,c", "Self-loop is detected in revisions (c)")]
    [InlineData("C38", "a:-~a", "Dependency self-loop is detected in revisions (a)")]
    [InlineData("C38", "a:c b:a c:b", "Cycle is detected in revisions (a, b, c)")]
    [InlineData("C38", "a:c b:a c:b d:- e:d", "Cycle is detected in revisions (a, b, c)")]
    [InlineData("C38, only the members are named", "a:c b:a c:b d:c e:d", "Cycle is detected in revisions (a, b, c)")]
    [InlineData("C38, only the members are named", "y:- z:y a:c,z b:a c:b", "Cycle is detected in revisions (a, b, c)")]
    [InlineData("C38", "a:-~c b:a c:b", "Dependency cycle is detected in revisions (a, b, c)")]
    [InlineData("C38", "a:-~b b:-~a d:- e:d", "Dependency cycle is detected in revisions (a, b)")]
    public void A_cycle_is_named(string number, string graph, string message)
        => ErrorAssert.Throws(number, "RevisionCycle", message, () => Notation.Graph(graph));

    [Theory]
    [InlineData("C35", "a:-#x b:a#x", "LabelInvalid", "Branch name 'x' in revision b already used by revision a")]
    [InlineData("C35, any case", "a:-#x b:a#X", "LabelInvalid", "already used by revision a")]
    [InlineData("a label that is an id", "a:- b:a#A", "LabelInvalid", "is also the id of a revision")]
    [InlineData("C37", "a:- b:nope", "RevisionParentMissing", "Revision nope referenced from b as a parent is not present (script '/versions/b.cs')")]
    [InlineData("C37", "a:- b:a~nope", "RevisionParentMissing", "Revision nope referenced from b as a dependency is not present")]
    [InlineData("C37, an error here", "a:- a:-", "RevisionDuplicate", "Revision a is present more than once: in '/versions/a.cs' and in '/versions/a.cs'")]
    [InlineData("C37, any case", "a:- A:-", "RevisionDuplicate", "present more than once")]
    public void A_broken_graph_is_refused(string number, string graph, string error, string message)
        => ErrorAssert.Throws(number, error, message, () => Notation.Graph(graph));

    [Fact]
    public void C38_similar_ids_are_no_loop()
        => Assert.Equal("user user_foo", Notation.Ids(Notation.Graph("user_foo:user user:-").Ordered));

    [Theory]
    [InlineData("a:- b:a c1:b#one d1:c1 c2:b#two d2:c2", "a= b= c1=one d1=one c2=two d2=two")]
    [InlineData("a:- b:a c:b#one d:c", "a=one b=one c=one d=one")]
    [InlineData("a:- b1:a#l1 b2:a#l2 m:b1,b2 n:m#after", "a= b1=l1 b2=l2 m=after,l1,l2 n=after,l1,l2")]
    [InlineData("a:-#x,w b:a#y", "a=w,x,y b=w,x,y")]
    public void C35_labels_cover_a_branch_up_to_branch_points(string graph, string labels)
        => Assert.Equal(Notation.Rows(labels.Split(' ')), Notation.Rows(Notation.Graph(graph).Ordered.Select(r => r.Id + "=" + string.Join(",", r.Labels))));

    [Fact]
    public void Revisions_know_their_place()
    {
        var graph = Notation.Graph("a:- b1:a b2:a m:B1,b2 x:-#lx y:x~m z:-~LX");
        Assert.Equal("a b1 b2 m x y z", Notation.Ids(graph.Ordered));
        Assert.Equal(["m", "y", "z"], graph.Heads);
        Assert.Equal(["a", "x", "z"], graph.Bases);
        Assert.True(graph.Find("a")!.IsBranchPoint);
        Assert.True(graph.Find("M")!.IsMergePoint);
        Assert.Equal(["b1", "b2"], graph.Find("m")!.Parents);
        Assert.Equal(["m"], graph.Find("y")!.DependsOn);
        Assert.Equal(["x"], graph.Find("z")!.DependsOn);
        Assert.Equal(["b1", "b2"], graph.Find("a")!.Children);
        Assert.Equal(["lx"], graph.Labels.Select(l => l.Key));
        Assert.Null(graph.Find("nope"));
    }

    [Fact]
    public void A_branch_is_finished_before_the_next()
        => Assert.Equal("a c1 d1 e1 c2 d2 e2", Notation.Ids(Notation.Graph("a:- c1:a c2:a d1:c1 d2:c2 e1:d1 e2:d2").Ordered));

    [Fact]
    public void Effective_heads_are_those_that_nothing_applied_needs()
    {
        var graph = Notation.Graph("a1:- b1:a1 c1:b1 a2:- b2:a2 c2:b2~c1");
        Assert.Equal(["c2"], graph.EffectiveHeads(["a1", "b1", "c1", "a2", "b2", "c2"]));
        Assert.Equal(["c1", "b2"], graph.EffectiveHeads(["a1", "b1", "c1", "a2", "b2"]).OrderByDescending(i => i));
        Assert.Equal(["c1"], graph.EffectiveHeads(["a1", "C1", "unknown"]));
    }
}
