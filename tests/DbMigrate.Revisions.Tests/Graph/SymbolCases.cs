using DbMigrate.Revisions.Graph;
using Xunit;

namespace DbMigrate.Revisions.Tests.Graph;

/// <summary>What a text stands for.</summary>
public sealed class SymbolCases
{
    private const string TwoTrees = "a:-#abranch b:a somelongername:b c:somelongername d:- e:d#ebranch someothername:e f:someothername";
    private const string Branches = "a:- b:a c1:b#c1branch d1:c1 c2:b#c2branch d2:c2";
    private const string Dependency = "a1:- b1:a1 c1:b1 a2:- b2:a2 c2:b2~c1";

    [Theory]
    [InlineData("C31", TwoTrees, "abranch", "a")]
    [InlineData("C31", TwoTrees, "ebranch", "e")]
    [InlineData("C31", TwoTrees, "abranch@head", "c")]
    [InlineData("C31", TwoTrees, "ebranch@head", "f")]
    [InlineData("C31", TwoTrees, "abranch@heads", "c")]
    [InlineData("C31", TwoTrees, "abranch@base", "")]
    [InlineData("C31", TwoTrees, "ebranch@base", "")]
    [InlineData("C31", TwoTrees, "ebranch@d", "d")]
    [InlineData("C31", TwoTrees, "ebranch@ebranch", "e")]
    [InlineData("C31", TwoTrees, "e@d", "d")]
    [InlineData("C31", TwoTrees, "someoth@d", "d")]
    [InlineData("C31", TwoTrees, "ebranch@some", "someothername")]
    [InlineData("C31", TwoTrees, "abranch@some", "somelongername")]
    [InlineData("C31", TwoTrees, "e", "e")]
    [InlineData("C31, any case", TwoTrees, "EBRANCH@SomeOther", "someothername")]
    [InlineData("C33, end of a range", TwoTrees, "ebranch@-2", "e")]
    [InlineData("C33, start of a range", TwoTrees, "ebranch@+2", "e")]
    [InlineData("C34", TwoTrees, "heads", "c f")]
    [InlineData("C34", TwoTrees, "base", "")]
    [InlineData("C34", TwoTrees, "BASE", "")]
    [InlineData("2.2, a head that another depends on is no real one", Dependency, "heads", "c2")]
    [InlineData("2.2", TwoTrees, "abranch@head-2", "b")]
    [InlineData("2.2", TwoTrees, "abranch@base+2", "b")]
    [InlineData("2.2", TwoTrees, "c-1", "somelongername")]
    [InlineData("2.2", TwoTrees, "somel+1", "c")]
    [InlineData("2.2", Branches, "c2branch@b+1", "c2")]
    [InlineData("2.2, down to nothing", TwoTrees, "b-2", "")]
    public void Finds_what_a_text_stands_for(string number, string graph, string text, string ids)
        => Assert.Equal((number, ids), (number, Notation.Rows(RevisionResolver.Resolve(Notation.Graph(graph), text))));

    [Theory]
    [InlineData("C30", Branches, "d1+c2", "current", "c2 d1")]
    [InlineData("C30", Branches, "d1+c2", "c1branch@current", "d1")]
    [InlineData("C30", Dependency, "c2", "current", "c2")]
    [InlineData("C30", Dependency, "c2", "a1@current", "c1")]
    [InlineData("C30", Branches, "", "current", "")]
    [InlineData("2.2", Branches, "d1", "-1", "c1")]
    [InlineData("2.2", Branches, "d1", "current-1", "c1")]
    [InlineData("2.2", Branches, "d1+c2", "c2branch@+1", "d2")]
    [InlineData("2.2", Branches, "d1+c2", "d2@current+1", "d2")]
    public void Counts_from_where_the_database_is(string number, string graph, string now, string text, string ids)
    {
        var revisions = Notation.Graph(graph);
        Assert.Equal((number, ids), (number, Notation.Rows(RevisionResolver.Resolve(revisions, text, revisions.Applied(now)))));
    }

    [Theory]
    [InlineData("C32", TwoTrees, "x@d", "RevisionNotFound", "No such branch: 'x'")]
    [InlineData("C32", TwoTrees, "ebranch@b", "RevisionNotFound", "Revision b is not a member of branch 'ebranch'")]
    [InlineData("C32", TwoTrees, "abranch@qprstuv", "RevisionNotFound", "Can't locate revision identified by 'abranch@qprstuv'.")]
    [InlineData("C32", TwoTrees, "sos", "RevisionNotFound", "please ensure at least four characters are present")]
    [InlineData("C32, candidates", TwoTrees, "some", "RevisionAmbiguous", "'some' stands for several revisions: somelongername, someothername.")]
    [InlineData("C34", TwoTrees, "head", "MultipleHeads", "Multiple head revisions are present for given argument 'head': c, f.")]
    [InlineData("C34", Branches, "b@head", "MultipleHeads", "Multiple head revisions are present for given argument 'b@head': d1, d2.")]
    [InlineData("2.2", TwoTrees, "current", "RevisionNotFound", "'current' depends on where a database is")]
    [InlineData("2.2", TwoTrees, "head-1", "MultipleHeads", "c, f")]
    [InlineData("2.2", TwoTrees, "heads-1", "RevisionAmbiguous", "c, f")]
    [InlineData("2.2", TwoTrees, "base+1", "RevisionAmbiguous", "Ambiguous walk in 'base+1': from base it could go to a, d")]
    [InlineData("2.2", TwoTrees, "b-3", "RevisionNotReachable", "Relative revision b-3 didn't produce 3 migrations: from b there are 2.")]
    [InlineData("2.2", TwoTrees, "c+1", "RevisionNotReachable", "Relative revision c+1 didn't produce 1 migrations: from c there are 0.")]
    [InlineData("2.2", TwoTrees, "base-1", "RevisionNotReachable", "from base there are 0")]
    [InlineData("C42", TwoTrees, "a:b", "RevisionNotFound", "Range revision not allowed: 'a:b'")]
    [InlineData("C44", TwoTrees, "a@b@c", "RevisionNotFound", "Can't locate revision identified by 'a@b@c'")]
    [InlineData("", TwoTrees, "", "RevisionNotFound", "Can't locate revision identified by ''")]
    [InlineData("", TwoTrees, "a-b", "RevisionNotFound", "Can't locate revision identified by 'a-b'")]
    [InlineData("", TwoTrees, "+", "RevisionNotFound", "'+'")]
    [InlineData("", TwoTrees, "-99999999999", "RevisionNotFound", "'-99999999999'")]
    public void Refuses_with_the_candidates(string number, string graph, string text, string error, string message)
        => ErrorAssert.Throws(number, error, message, () => RevisionResolver.Resolve(Notation.Graph(graph), text));

    [Fact]
    public void An_empty_folder_has_no_heads()
    {
        var empty = RevisionGraph.Build([]);
        Assert.Empty(RevisionResolver.Resolve(empty, "head"));
        Assert.Empty(RevisionResolver.Resolve(empty, "heads"));
        Assert.Empty(RevisionPlanner.Up(empty, [], ["head"]));
        Assert.Empty(RevisionPlanner.Down(empty, [], "base"));
    }
}
