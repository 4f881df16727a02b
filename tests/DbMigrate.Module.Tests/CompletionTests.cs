using System;
using System.Linq;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests;

public sealed class CompletionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Session _session;

    public CompletionTests()
    {
        _folder.Write("migrations/dbmigrate.psd1", "@{ }");
        _folder.WriteRevision("aaaa1", "", "open the shop");
        _folder.WriteRevision("bbbb2", "aaaa1", "add email");
        _session = new Session(_folder.Path);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("Update-Database -Revision ", "bbbb2 aaaa1 head base")]
    [InlineData("Update-Database ", "bbbb2 aaaa1 head base")]
    [InlineData("Update-DbMigration b", "bbbb2 base")]
    [InlineData("Undo-DbMigration AAA", "aaaa1")]
    [InlineData("Get-DbMigration -Path nowhere ", "")]
    [InlineData("Get-DbMigration -Path (Get-Location) ", "bbbb2 aaaa1 head base")]
    [InlineData("Get-DbMigrationStatus -Provider s", "Sqlite")]
    [InlineData("New-DbMigration -Configuration R", "Release")]
    [InlineData("New-DbMigration -Environment ", "Development Staging Production")]
    [InlineData("New-DbMigration -Context ", "")]
    public void Completes(string line, string expected)
        => Assert.Equal(expected, string.Join(" ", Completion.Of(_session, line)));

    [Fact]
    public void The_message_is_shown_beside_the_id()
        => Assert.Equal("bbbb2 add email", Completion.Matches(_session, "Update-Database bb").Single().ToolTip);

    [Fact]
    public void A_broken_folder_completes_nothing_and_says_nothing()
    {
        _folder.Write("migrations/versions/broken.cs", "// no header");

        Assert.DoesNotContain(Completion.Of(_session, "Update-Database bb"), word => word.StartsWith("bb", StringComparison.Ordinal));
    }
}
