using System;
using System.Linq;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests;

/// <summary>Parts of the history, its drawing, its branch points and heads; no worker is started.</summary>
public sealed class HistoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Session _session;

    public HistoryTests()
    {
        _folder.Write("migrations/dbmigrate.psd1", "@{ }");
        _folder.WriteNode("aaaa1", message: "open the shop");
        _folder.WriteNode("bbbb2", "aaaa1", "add email");
        _folder.WriteNode("cccc1", "bbbb2", "invoices", "sales");
        _folder.WriteNode("dddd1", "cccc1", "");
        _folder.WriteNode("cccc2", "bbbb2", "stock", dependsOn: "dddd1");
        _session = new Session(_folder.Path);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("C42 :", "cccc2 dddd1 cccc1 bbbb2 aaaa1")]
    [InlineData("C42 aaaa1:bbbb2", "bbbb2 aaaa1")]
    [InlineData("C42 :bbbb2", "bbbb2 aaaa1")]
    [InlineData("C42 cccc1:", "cccc2 dddd1 cccc1")]
    [InlineData("C42 cccc1:+2", "dddd1 cccc1")]
    [InlineData("C42 -1:sales@head", "dddd1 cccc1")]
    [InlineData("C42 -9:cccc1", "cccc1 bbbb2 aaaa1")]
    [InlineData("C33 sales@base:sales@head", "dddd1 cccc1 bbbb2 aaaa1")]
    public void A_range_is_listed_newest_first(string row, string ids)
    {
        var range = row.Split(' ')[1];
        Assert.Equal((row, ids), (row, string.Join(" ", _session.Run($"Get-DbMigrationHistory {range}").All<string>("Revision"))));
        Assert.Equal((row, ids), (row, string.Join(" ", _session.Run($"Get-DbMigrationHistory -Range '{range}' -Graph").All<string>("Revision"))));
    }

    [Theory]
    [InlineData("C42 abc", "RangeInvalid")]
    [InlineData("C36 cccc2:dddd1", "RevisionNotReachable")]
    [InlineData("C36 base:base:base", "RangeInvalid")]
    [InlineData("C34 nowhere:heads", "RevisionNotFound")]
    [InlineData("C34 aaaa1:head", "MultipleHeads")]
    [InlineData("- ''", "RevisionMissing")]
    [InlineData("- $null", "RevisionMissing")]
    public void Other_ranges_are_refused(string row, string id)
        => _session.Run($"Get-DbMigrationHistory -Range {row.Split(' ')[1]}").MustFail(id);

    [Fact]
    public void The_graph_is_drawn()
        => Assert.Equal(
            """

            * cccc2 (head, needs dddd1) stock
            | * dddd1 (head, sales)
            | * cccc1 (sales) invoices
            |/
            * bbbb2 add email
            * aaaa1 open the shop


            """,
            _session.Show("Get-DbMigrationHistory -Graph"));

    [Fact]
    public void The_objects_of_a_drawing_carry_its_lines()
    {
        var history = _session.Run("Get-DbMigrationHistory -Graph").MustSucceed();

        Assert.Equal(["| *", "|/"], history.All<string[]>("Graph").Single(lines => lines.Length == 2));
        Assert.Null(_session.Run("Get-DbMigrationHistory aaaa1:aaaa1").Single().Properties["Graph"].Value);
    }

    [Fact]
    public void A_branch_point_has_its_children_with_their_labels()
    {
        var point = _session.Run("Get-DbMigrationBranch").Single();

        Assert.Equal("bbbb2", Outcome.Value<string>(point, "Revision"));
        Assert.Equal("cccc1 cccc2", string.Join(" ", Outcome.Value<object[]>(point, "Children")));
        Assert.Equal(
            """

            Revision         Message                          Children
            --------         -------                          --------
            bbbb2            add email                        cccc1 (sales)
                                                              cccc2


            """,
            string.Join("\n", _session.Show("Get-DbMigrationBranch").Split('\n').Select(l => l.TrimEnd())));
    }

    [Fact]
    public void C28_heads_that_another_revision_depends_on_can_be_left_out()
    {
        Assert.Equal(["dddd1", "cccc2"], _session.Run("Get-DbMigrationHead").All<string>("Revision"));
        Assert.Equal(["cccc2"], _session.Run("Get-DbMigrationHead -ResolveDependencies").All<string>("Revision"));
    }

    [Fact]
    public void One_line_has_no_branch_points()
    {
        _folder.WriteNode("mmmm1", "cccc2, dddd1");
        System.IO.File.Delete(_folder["migrations/versions/cccc2.cs"]);
        _folder.WriteNode("mmmm1", "dddd1");

        Assert.Empty(_session.Run("Get-DbMigrationBranch").MustSucceed().Output);
    }
}
