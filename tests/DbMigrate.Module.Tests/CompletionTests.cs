using System;
using System.IO;
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
        File.Move(_folder.WriteRevision("aaaa1", "", "open the shop"), _folder["migrations/versions/aaaa1_open_the_shop.cs"]);
        _folder.WriteRevision("bbbb2", "aaaa1", "add email");
        _session = new Session(_folder.Path);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("Update-Database -Revision ", "bbbb2 aaaa1 head heads base current")]
    [InlineData("Update-Database ", "bbbb2 aaaa1 head heads base current")]
    [InlineData("Update-DbMigration b", "bbbb2 base")]
    [InlineData("Undo-DbMigration AAA", "aaaa1")]
    [InlineData("Get-DbMigration -Path nowhere ", "")]
    [InlineData("Get-DbMigration -Path (Get-Location) ", "bbbb2 aaaa1 head heads base current")]
    [InlineData("Get-DbMigration email", "bbbb2")]
    [InlineData("Get-DbMigration ADD", "bbbb2")]
    [InlineData("Edit-DbMigration the_shop", "aaaa1")]
    [InlineData("Get-DbMigrationHistory shop", "aaaa1:")]
    [InlineData("Get-DbMigrationHistory -Range aaaa1:em", "aaaa1:bbbb2")]
    [InlineData("Get-DbMigrationHistory 'aaaa1:hea", "aaaa1:head aaaa1:heads")]
    [InlineData("Get-DbMigrationStatus -Provider s", "Sqlite")]
    [InlineData("Compare-DbSchema ", "Model Database bbbb2 aaaa1 head heads base current")]
    [InlineData("Compare-DbSchema Model da", "Database")]
    [InlineData("New-DbMigration -Configuration R", "Release")]
    [InlineData("New-DbMigration -Environment ", "Development Staging Production")]
    [InlineData("New-DbMigration -Context ", "")]
    public void Completes(string line, string expected)
        => Assert.Equal(expected, string.Join(" ", Completion.Of(_session, line)));

    [Fact]
    public void The_message_is_shown_beside_the_id()
        => Assert.Equal("bbbb2 add email", Completion.Matches(_session, "Update-Database bb").Single().ToolTip);

    [Fact]
    public void Labels_are_offered_alone_and_with_the_head_of_their_branch()
    {
        _folder.WriteNode("cccc3", "bbbb2", "sell", labels: "sales");

        Assert.Equal(["cccc3"], Completion.Of(_session, "Update-Database se").Order());
        Assert.Equal(["sales", "sales@head"], Completion.Of(_session, "Update-Database sa"));
        Assert.Equal(["sales:sales", "sales:sales@head"], Completion.Of(_session, "Get-DbMigrationHistory sales:sa"));
        Assert.Equal("The newest revision of branch sales", Completion.Matches(_session, "Update-Database sales@").Single().ToolTip);
    }

    [Fact]
    public void Contexts_come_from_the_settings()
    {
        _folder.Write("migrations/dbmigrate.psd1", "@{ Context = 'Blog'; Databases = @{ shop = @{ Context = 'ShopContext'; Default = $true }; log = 'LogContext' } }");

        Assert.Equal(["Blog", "LogContext", "ShopContext"], Completion.Of(_session, "New-DbMigration -Context ").Order());
    }

    [Fact]
    public void A_broken_folder_completes_nothing_and_says_nothing()
    {
        _folder.Write("migrations/versions/broken.cs", "// no header");

        Assert.DoesNotContain(Completion.Of(_session, "Update-Database bb"), word => word.StartsWith("bb", StringComparison.Ordinal));
    }
}
