using System.IO;
using System.Linq;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests;

/// <summary>Where a new revision goes, in a folder of its own: a1, b2 on it, and the branches c1 (sales) and c2 on b2.</summary>
public sealed class NewOnGraphTests : IClassFixture<ShopProject>
{
    private readonly Session _session;
    private readonly TemporaryFolder _folder;

    public NewOnGraphTests(ShopProject shop)
    {
        (_session, _folder) = (shop.Session, shop.Folder);
        if (Directory.Exists(_folder["graph"]))
            Directory.Delete(_folder["graph"], recursive: true);
        Settings("");
        Node("aaaa1");
        Node("bbbb2", "aaaa1");
        Node("cccc1", "bbbb2", labels: "sales");
        Node("cccc2", "bbbb2");
    }

    [Theory]
    [InlineData("C43", "New-DbMigration x -Empty", "MultipleHeads", "cccc1 (a change), cccc2 (a change)")]
    [InlineData("C43", "New-DbMigration x", "MultipleHeads", "cccc1 (a change), cccc2 (a change)")]
    [InlineData("C44", "New-DbMigration x -Empty -Head bbbb2", "SpliceRequired", "Revision bbbb2 is not a head revision")]
    [InlineData("C44", "New-DbMigration x -Empty -Head sales -RevisionId 'a-b@c'", "RevisionIdInvalid", "'-', '@'")]
    [InlineData("C44", "New-DbMigration x -Empty -Head sales -RevisionId sales", "RevisionIdInvalid", "cccc1")]
    [InlineData("C35", "New-DbMigration x -Empty -Head sales -BranchLabel SALES", "LabelInvalid", "cccc1")]
    [InlineData("C35", "New-DbMigration x -Empty -Head sales -BranchLabel aaaa1", "LabelInvalid", "aaaa1")]
    [InlineData("2.3", "New-DbMigration x -Empty -Head sales -BranchLabel 'a b'", "LabelInvalid", "' '")]
    [InlineData("C45", "New-DbMigration x -Empty -Head sales -DependsOn invalid", "RevisionNotFound", "'invalid'")]
    [InlineData("C36", "New-DbMigration x -Empty -Splice -Head bbbb2, cccc1", "RevisionsOverlap", "bbbb2 overlaps")]
    [InlineData("C52", "New-DbMigration x -Empty -Head sales -VersionPath nowhere", "VersionPathInvalid", "nowhere")]
    [InlineData("2.2", "New-DbMigration x -Empty -Head $null", "RevisionMissing", "-Head")]
    [InlineData("2.2", "New-DbMigration x -Empty -Head sales -DependsOn ''", "RevisionMissing", "-DependsOn")]
    public void What_cannot_be_is_refused_and_nothing_written(string row, string command, string id, string message)
    {
        var error = Run(command).MustFail(id);

        Assert.Contains(message, error.ToString());
        Assert.Equal((row, 4), (row, Directory.GetFiles(_folder["graph"], "*.cs", SearchOption.AllDirectories).Length));
    }

    [Fact]
    public void C44_with_splice_there_is_another_head()
    {
        var made = Run("New-DbMigration x -Empty -Splice -Head bbbb2 -RevisionId dddd3 -BranchLabel stock, shelf").Single();

        Assert.Equal(["bbbb2"], Outcome.Value<string[]>(made, "Parents"));
        Assert.Equal(["cccc1", "cccc2", "dddd3"], Run("Get-DbMigrationHead").All<string>("Revision").Order());
        Assert.Equal("dddd3", Run("Get-DbMigration shelf@head").Single<string>("Revision"));
    }

    [Fact]
    public void A_new_revision_says_the_labels_that_cover_it()
        => Assert.Equal(["sales"], Run("New-DbMigration x -Empty -Head sales@head").Single<string[]>("Labels"));

    [Fact]
    public void C45_what_it_depends_on_is_in_the_script()
    {
        var made = Run("New-DbMigration x -Empty -Head cccc2 -DependsOn aaaa, sales").Single();

        Assert.Equal(["aaaa1", "sales"], Outcome.Value<string[]>(made, "DependsOn"));
        Assert.Contains("// Depends on:  aaaa1, sales\n", File.ReadAllText(Outcome.Value<string>(made, "Path")));
    }

    [Fact]
    public void A_new_base_builds_on_nothing()
    {
        Assert.Empty(Run("New-DbMigration x -Empty -Head base -RevisionId root2").Single<string[]>("Parents"));
        Assert.Equal(3, Run("Get-DbMigrationHead").MustSucceed().Output.Count);
    }

    // Alembic compares with the database, and so asks for one that is up to date; this compares with all scripts.
    [Fact]
    public void C43_on_a_branch_the_model_is_compared_with_all_branches()
    {
        Run("New-DbMigration shop -Head sales -RevisionId dddd1").MustSucceed();

        var other = Run("New-DbMigration again -Head cccc2 -RevisionId dddd2").MustSucceed();

        Assert.Empty(other.Output);
        Assert.Contains("nothing changed", other.HostText);
    }

    [Fact]
    public void Several_heads_are_merged_and_so_must_not_conflict()
    {
        foreach (var (id, parent) in new[] { ("dddd1", "cccc1"), ("dddd2", "cccc2") })
        {
            var path = _folder.WriteNode(id, parent, folder: "graph/versions");
            File.WriteAllText(path, File.ReadAllText(path).Replace("Up(Microsoft.EntityFrameworkCore.Migrations.MigrationBuilder migrationBuilder)\n    {", "Up(Microsoft.EntityFrameworkCore.Migrations.MigrationBuilder migrationBuilder)\n    {\n        migrationBuilder.Sql(\"CREATE VIEW Twice AS SELECT 1 AS One\");"));
        }

        Assert.Contains("view Twice", Run("New-DbMigration x -Empty -Head dddd1, dddd2").MustFail("MergeConflict").ToString());
        Assert.Equal(["dddd1", "dddd2"], Run("Get-DbMigrationHead").All<string>("Revision").Order());
    }

    [Theory]
    [InlineData("C52, of its parent", "-Head cccc2", "versions")]
    [InlineData("C52, of its parent", "-Head plug1", "plugin")]
    [InlineData("C52, as in the settings", "-Head base -VersionPath plugin", "plugin")]
    [InlineData("C52, as any path", "-Head plug1 -VersionPath ./graph/versions/", "versions")]
    public void C52_of_several_locations(string row, string arguments, string folder)
    {
        Settings("Locations = 'versions', 'plugin'");
        _folder.WriteNode("plug1", folder: "graph/plugin");

        var path = Run($"New-DbMigration x -Empty {arguments}").Single<string>("Path");

        Assert.Equal((row, _folder["graph/" + folder]), (row, Path.GetDirectoryName(path)));
    }

    [Fact]
    public void C52_without_a_parent_one_of_several_locations_must_be_named()
    {
        Settings("Locations = 'versions', 'plugin'");

        var error = Run("New-DbMigration x -Empty -Head base").MustFail("VersionPathRequired");

        Assert.Contains(_folder["graph/plugin"], error.ToString());
        Assert.Equal(["plugin", "versions"], Completion.Of(_session, "New-DbMigration -Path graph -VersionPath ").Order());
    }

    [Fact]
    public void C53_a_file_name_template_with_folders_needs_no_switch_to_be_read()
    {
        Settings("FileNameTemplate = '{year}/{rev}'");

        var path = Run("New-DbMigration x -Empty -Head sales -RevisionId dddd1").Single<string>("Path");

        Assert.Equal("dddd1.cs", Path.GetFileName(path));
        Assert.Equal(_folder["graph/versions"], Path.GetDirectoryName(Path.GetDirectoryName(path)));
        Assert.Equal("dddd1", Run("Get-DbMigration sales@head").Single<string>("Revision"));
    }

    private Outcome Run(string command) => _session.Run(command + " -Path graph");

    private void Settings(string entries) => _folder.Write("graph/dbmigrate.psd1", $"@{{ Project = '../src/Shop'; {entries} }}");

    private void Node(string id, string parents = "", string labels = "") => _folder.WriteNode(id, parents, labels: labels, folder: "graph/versions");
}
