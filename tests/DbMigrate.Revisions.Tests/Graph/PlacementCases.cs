using System.IO;
using System.Linq;
using DbMigrate.Revisions.Graph;
using DbMigrate.Revisions.Scripts;
using DbMigrate.Revisions.Settings;
using Xunit;

namespace DbMigrate.Revisions.Tests.Graph;

/// <summary>Where a new revision may stand.</summary>
public sealed class PlacementCases
{
    private const string Linear = "a:- b:a c:b";
    private const string Branches = "a:- b:a c1:b#c1branch d1:c1 c2:b#c2branch d2:c2";
    private const string LongIds = "f1c9a7b20de3:- b7c9a7b20de3:f1c9a7b20de3#lib";

    [Theory]
    [InlineData("C43", Linear, null, "c")]
    [InlineData("a first revision", "", null, "")]
    [InlineData("2.3", Branches, "c1branch@head", "d1")]
    [InlineData("2.3, a new base", Branches, "base", "")]
    [InlineData("C52, in the order given", Branches, "d2 d1", "d2 d1")]
    [InlineData("2.3", Branches, "heads", "d1 d2")]
    [InlineData("named twice", Branches, "d1 c1branch@head", "d1")]
    public void Builds_on_heads(string number, string graph, string? heads, string parents)
        => Assert.Equal((number, parents), (number, string.Join(" ", Placement(graph).Parents(heads?.Split(' '), splice: false))));

    [Theory]
    [InlineData("C44", Linear, "b", "b")]
    [InlineData("C44", Linear, "head-1", "b")]
    [InlineData("C52", Branches, "c1 c2", "c1 c2")]
    public void C44_a_revision_that_is_no_head_needs_splice(string number, string graph, string head, string parents)
    {
        var words = head.Split(' ');
        ErrorAssert.Throws(number, "SpliceRequired", $"Revision {parents.Split(' ')[0]} is not a head revision", () => Placement(graph).Parents(words, splice: false));
        Assert.Equal((number, parents), (number, string.Join(" ", Placement(graph).Parents(words, splice: true))));
    }

    [Theory]
    [InlineData("C43", Branches, null, "MultipleHeads", "Multiple heads are present, and a new revision builds on one: d1, d2.")]
    [InlineData("C43", Branches, "head", "MultipleHeads", "Multiple head revisions are present for given argument 'head'")]
    [InlineData("C36", Branches, "d1 b", "RevisionsOverlap", "Requested revision b overlaps with other requested revisions.")]
    [InlineData("C36", Branches, "base d1", "RevisionsOverlap", "Requested revision base overlaps")]
    [InlineData("C45", Branches, "invalid", "RevisionNotFound", "Can't locate revision identified by 'invalid'")]
    [InlineData("2.2, there is no database here", Branches, "current", "RevisionNotFound", "'current' depends on where a database is")]
    public void Other_parents_are_refused(string number, string graph, string? heads, string error, string message)
        => ErrorAssert.Throws(number, error, message, () => Placement(graph).Parents(heads?.Split(' '), splice: true));

    [Theory]
    [InlineData("C45", "f1c9", "f1c9a7b20de3")]
    [InlineData("C45", "lib", "lib")]
    [InlineData("C45, as the script spells it", "LIB", "lib")]
    [InlineData("2.3", "lib@head head-1 f1c9a7b20de3", "b7c9a7b20de3 f1c9a7b20de3")]
    public void C45_dependencies_become_ids_and_labels_stay(string number, string expressions, string expected)
        => Assert.Equal((number, expected), (number, string.Join(" ", Placement(LongIds).DependsOn(expressions.Split(' ')))));

    [Theory]
    [InlineData("C45", "invalid", "Can't locate revision identified by 'invalid'")]
    [InlineData("2.3", "base", "'base' is no revision that another could depend on")]
    public void C45_unknown_dependencies_are_refused(string number, string expression, string message)
        => ErrorAssert.Throws(number, "RevisionNotFound", message, () => Placement(LongIds).DependsOn([expression]));

    [Theory]
    [InlineData("C35", "C1BRANCH", "already used by revision c1")]
    [InlineData("2.3", "d1", "also the id of a revision")]
    [InlineData("2.3", "new1", "also the id of a revision")]
    [InlineData("2.3", "a-b", "'-'")]
    [InlineData("2.3", "", "cannot be empty")]
    [InlineData("2.3", "head", "it is a symbol")]
    public void Labels_that_clash_are_refused(string number, string label, string message)
        => ErrorAssert.Throws(number, "LabelInvalid", message, () => Placement(Branches).Labels([label], "new1"));

    [Fact]
    public void A_label_given_twice_is_one() => Assert.Equal(["x", "y"], Placement(Branches).Labels(["x", "y", "X"], "new1"));

    [Theory]
    [InlineData("C44", "a-b@c:d+", "RevisionIdInvalid", "Character(s) '-', '@', ':', '+' not allowed")]
    [InlineData("2.2", "D1", "RevisionDuplicate", "Revision d1 exists already")]
    [InlineData("2.2", "c1branch", "RevisionIdInvalid", "'c1branch' is a branch name of revision c1")]
    public void Ids_that_cannot_be_used_are_refused(string number, string id, string error, string message)
        => ErrorAssert.Throws(number, error, message, () => Placement(Branches).CheckId(id));

    [Theory]
    [InlineData("C52, of its parent", "/db/one", "one two", "", "a1", "one")]
    [InlineData("C52, of its parent", "/db/two/deep", "one two", "", "a1", "two")]
    [InlineData("C52, the inner one", "/db/one/sub", "one one/sub", "", "a1", "one/sub")]
    [InlineData("C52, named", "/db/one", "one two", "two", "a1", "two")]
    [InlineData("C52, the only one", "/db/one", "one", "", "", "one")]
    [InlineData("C55, listed twice", "/db/one", "one one/", "", "", "one")]
    public void C52_the_folder_is_the_named_one_or_that_of_the_parent(string number, string parentFolder, string locations, string named, string parent, string folder)
        => Assert.Equal((number, Full(folder)), (number, Folder(parentFolder, locations, named, parent)));

    [Theory]
    [InlineData("C52, no parent", "one two", "", "", "VersionPathRequired", "There are several version locations")]
    [InlineData("C52, outside", "one two", "three", "a1", "VersionPathInvalid", "is not among the version locations")]
    [InlineData("C52, outside", "one", "one/sub", "a1", "VersionPathInvalid", "is not among the version locations")]
    [InlineData("C52, outside", "one two", "one2", "a1", "VersionPathInvalid", "is not among the version locations")]
    public void C52_other_folders_are_refused(string number, string locations, string named, string parent, string error, string message)
        => ErrorAssert.Throws(number, error, message, () => Folder("/db/one", locations, named, parent));

    [Fact]
    public void C52_sub_folders_can_be_named_where_they_are_read()
    {
        var settings = new MigrationSettings { Locations = [Full("one")], RecursiveLocations = true };
        Assert.Equal(Full("one/sub"), Placement("").Folder(settings, [Full("nowhere"), Full("one/sub")], []));
    }

    private static string Folder(string parentFolder, string locations, string named, string parent)
    {
        var script = new RevisionScript(new RevisionHeader { Id = "a1" }, Path.GetFullPath(parentFolder + "/a1.cs"), "", "");
        var settings = new MigrationSettings { Locations = [.. locations.Split(' ').Select(Full)] };
        return new RevisionPlacement(RevisionGraph.Build([script])).Folder(settings, named.Length == 0 ? [] : [Full(named)], parent.Length == 0 ? [] : [parent]);
    }

    private static string Full(string folder) => Path.GetFullPath("/db/" + folder);

    private static RevisionPlacement Placement(string graph) => new(Notation.Graph(graph));
}
