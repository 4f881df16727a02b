using System.IO;
using Xunit;

namespace DbMigrate.EndToEnd.Tests;

/// <summary>Throwing away the last, nowhere applied revision is deleting its file (docs/guides/change-your-mind.md).</summary>
public sealed class ThrowAwayTests
{
    private const string Target = "-Provider Sqlite -ConnectionString 'Data Source=test.db'";

    [Fact]
    public void After_the_file_is_deleted_everything_is_as_before_it_was_written()
    {
        using var sandbox = new Sandbox();
        sandbox.WriteRevision("a", null, Sandbox.Sql("CREATE TABLE A (X INTEGER)"));
        PowerShellProcess.Run(sandbox, $"Update-Database {Target}");
        sandbox.WriteRevision("b", "a", Sandbox.Sql("CREATE TABLE B (X INTEGER)"));

        var output = PowerShellProcess.Run(sandbox, $$"""
            $last = Get-DbMigration
            "not applied: $($last.Revision -in (Get-DbMigrationStatus {{Target}}).Pending)"
            [IO.File]::Delete($last.Path)
            "head: $((Get-DbMigrationHead).Revision)"
            "pending: $(@((Get-DbMigrationStatus {{Target}}).Pending).Count)"
            """);

        Assert.Equal("not applied: True\nhead: a\npending: 0", output.Trim().ReplaceLineEndings("\n"));
        Assert.Single(Directory.GetFiles(sandbox.Versions));
    }
}
