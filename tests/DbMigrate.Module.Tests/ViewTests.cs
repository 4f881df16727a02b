using System;
using System.Linq;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests;

public sealed class ViewTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Session _session;

    public ViewTests()
    {
        _folder.Write("migrations/dbmigrate.psd1", "@{ Project = '../src/Shop' }");
        _folder.WriteRevision("aaaa1", "", "open the shop");
        _folder.WriteRevision("f1c9a7b20de3", "aaaa1", "a message that is much longer than what fits into the column of a table");
        _session = new Session(_folder.Path);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Revisions_are_a_table()
        => Assert.Equal(
            """

              Revision         Created          Message                         Notes
            - --------         -------          -------                         -----
              aaaa1            2026-11-22 14:03 open the shop


            """,
            Shown("Get-DbMigrationHistory :aaaa1"));

    // What a terminal of the usual size has, and what a build's log is formatted for. A wrapped text's last word is shown too.
    [Theory]
    [InlineData("Get-DbMigrationHistory", "Revision Created Message Notes", "table")]
    [InlineData("[DbMigrate.Output.MigrationStep]@{ Duration = '00:00:01.5' }", "Direction Revision Message Duration", "1.5 s")]
    [InlineData("[DbMigrate.Output.MigrationOperation]@{ Text = 'CreateTable Customers (Id, Email, FirstName, LastName, PhoneNumber, Address, City, Token)' }", "Operation", "Token")]
    [InlineData("[DbMigrate.Output.MigrationContext]@{ DataSource = '/srv/shop/data/shop.db'; Problem = 'It has no constructor.' }", "Name Provider EF Core DataSource Problem", ".db")]
    public void Eighty_columns_are_enough(string command, string header, string end)
    {
        _session.Host.RawUI!.BufferSize = new(80, 3000);
        var lines = Shown(command).Split('\n');

        Assert.All(lines, line => Assert.True(line.Length <= 80, line));
        Assert.Contains(header, lines.Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
        Assert.Contains(lines, line => line.Contains(end, StringComparison.Ordinal));
    }

    [Fact]
    public void A_revision_in_detail_is_a_list()
    {
        var shown = Shown("Get-DbMigration aaaa1");

        Assert.Contains("Revision : aaaa1\n", shown);
        Assert.Contains("Parents  : none\n", shown);
        Assert.Contains($"Path     : {_folder["migrations/versions/aaaa1.cs"]}", shown.Replace("\n           ", ""));
        Assert.DoesNotContain("Operations", shown);
    }

    [Fact]
    public void No_view_is_wider_than_100_columns_and_none_hides_an_error()
    {
        foreach (var command in new[] { "Get-DbMigrationHistory", "Get-DbMigrationHead", "Get-DbMigration", "Initialize-DbMigration -Path other" })
        {
            var shown = Shown(command);
            Assert.All(shown.Split('\n'), line => Assert.True(line.Length <= FixedRawUserInterface.Width, line));
            Assert.DoesNotContain("#ERR", shown);
        }
    }

    [Fact]
    public void An_error_is_shown_with_what_to_do_and_without_a_stack_trace()
    {
        var shown = Shown("Get-DbMigration nowhere");

        Assert.Contains("nowhere", shown);
        Assert.Contains("Recommendation: Get-DbMigrationHistory lists the revisions.", shown);
        Assert.DoesNotContain("   at DbMigrate", shown);
    }

    private string Shown(string command) => string.Join("\n", _session.Show(command).Split('\n').Select(line => line.TrimEnd()));
}
