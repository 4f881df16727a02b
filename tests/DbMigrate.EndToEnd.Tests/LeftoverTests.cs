using System;
using System.IO;
using System.Linq;
using DbMigrate.Tests.Shared;
using Xunit;

namespace DbMigrate.EndToEnd.Tests;

/// <summary>What a session leaves in the temporary folder: nothing, but for what NuGet shares between its runs.</summary>
public sealed class LeftoverTests
{
    private const string Model = """
        using Microsoft.EntityFrameworkCore;

        _ = args;

        public sealed class Post
        {
            public int Id { get; set; }
        }

        public sealed class BlogContext : DbContext
        {
            public DbSet<Post> Posts => Set<Post>();

            protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=../test.db");
        }
        """;

    [Fact]
    public void A_session_that_builds_generates_applies_and_fails_leaves_no_file_and_no_folder()
    {
        Skip.If(OperatingSystem.IsWindows(), "the temporary folder is set as it is elsewhere");
        using var sandbox = new Sandbox();
        BlogProject.Write(sandbox, Model);
        Directory.CreateDirectory(sandbox.PathOf("temporary"));
        Run(sandbox, """
            Initialize-DbMigration -Project Blog | Out-Null
            New-DbMigration posts -RevisionId posts | Out-Null
            Update-Database -Project Blog | Out-Null
            """);
        Assert.Equal(1L, sandbox.Query("SELECT count(*) FROM sqlite_master WHERE name = 'Posts'"));

        sandbox.WriteRevision("bad", "posts", Sandbox.Sql("nonsense"));
        Assert.Contains("DbMigrate.RevisionFailed", Run(sandbox, "try { Update-Database -Project Blog } catch { $_.FullyQualifiedErrorId }"));

        Assert.Equal(["NuGetScratchroot"], Directory.GetFileSystemEntries(sandbox.PathOf("temporary")).Select(Path.GetFileName));
    }

    // Servers of the compiler and of MSBuild would live on in a folder that is about to go.
    private static string Run(Sandbox sandbox, string script) => PowerShellProcess.Run(sandbox, $$"""
        $env:TMPDIR = "$PWD/temporary"
        $env:MSBUILDDISABLENODEREUSE = '1'
        $env:UseSharedCompilation = 'false'
        {{script}}
        Remove-Module DbMigrate
        """);
}
