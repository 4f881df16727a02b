using System;
using System.IO;
using System.Linq;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests;

public sealed class InitializeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Session _session;

    public InitializeTests()
    {
        _folder.Write("src/Shop's/Shop.csproj", "");
        _session = new Session(_folder.Path);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void C51_a_new_folder_holds_settings_and_an_empty_place_for_scripts()
    {
        var created = _session.Run("Initialize-DbMigration");

        Assert.Equal(_folder["migrations"], created.Single<string>("Path"));
        Assert.Equal([_folder["migrations/versions"]], created.Single<string[]>("Locations"));
        Assert.Equal(["dbmigrate.psd1", "env.ps1", "script.cs.template", "versions"], Directory.EnumerateFileSystemEntries(_folder["migrations"]).Select(Path.GetFileName).Order());
        Assert.Empty(_session.Run("Get-DbMigrationHistory").MustSucceed().Output);
    }

    [Fact]
    public void The_target_is_stored_relative_to_the_settings_file()
    {
        var created = _session.Run("Initialize-DbMigration -Path db/migrations -Project \"src/Shop's\" -Context ShopContext");

        Assert.Equal(_folder["src/Shop's"], created.Single<string>("Project"));
        Assert.Equal("ShopContext", created.Single<string>("Context"));
        Assert.Contains("'../../src/Shop''s'", File.ReadAllText(_folder["db/migrations/dbmigrate.psd1"]));
    }

    [Fact]
    public void The_settings_have_no_byte_order_mark_and_lines_that_end_in_line_feeds()
    {
        _session.Run("Initialize-DbMigration").MustSucceed();

        var bytes = File.ReadAllBytes(_folder["migrations/dbmigrate.psd1"]);
        Assert.Equal((byte)'#', bytes[0]);
        Assert.DoesNotContain((byte)'\r', bytes);
    }

    [Fact]
    public void What_is_commented_out_is_valid_too()
    {
        _session.Run("Initialize-DbMigration").MustSucceed();
        var path = _folder["migrations/dbmigrate.psd1"];
        File.WriteAllText(path, File.ReadAllText(path).Replace("    # Proj", "    Proj").Replace("    # Assem", "    Assem").Replace("# Context  ", "Context  ")
            .Replace("# Loc", "Loc").Replace("# HistoryT", "HistoryT").Replace("# HistoryS", "HistoryS").Replace("# FileName", "FileName").Replace("# Slug", "Slug").Replace("# TimeZone", "TimeZone"));

        _session.Run("Get-DbMigrationHistory").MustSucceed();
    }

    [Fact]
    public void WhatIf_creates_nothing()
    {
        var shown = _session.Run("Initialize-DbMigration -WhatIf").MustSucceed();

        Assert.Contains($"What if: Create the migrations folder {_folder["migrations"]}", shown.HostText);
        Assert.False(Directory.Exists(_folder["migrations"]));
    }

    [Fact]
    public void C51_an_empty_folder_is_taken()
    {
        Directory.CreateDirectory(_folder["migrations"]);
        _session.Run("Initialize-DbMigration").MustSucceed();
    }

    [Fact]
    public void C51_a_folder_that_is_not_empty_is_refused_and_left_alone()
    {
        _folder.Write("migrations/notes.txt", "mine");

        _session.Run("Initialize-DbMigration").MustFail("FolderNotEmpty");

        Assert.Equal([_folder["migrations/notes.txt"]], Directory.EnumerateFileSystemEntries(_folder["migrations"]));
    }

    [Fact]
    public void A_migrations_folder_is_not_initialized_twice()
    {
        _session.Run("Initialize-DbMigration").MustSucceed();

        Assert.Contains("already", _session.Run("Initialize-DbMigration").MustFail("FolderNotEmpty").ToString());
    }

    [Theory]
    [InlineData("20240101_Init.cs", "[Migration(\"20240101_Init\")] partial class Init { }")]
    [InlineData("ShopContextModelSnapshot.cs", "")]
    public void EFs_own_migrations_are_left_alone_and_the_path_to_paste_is_said(string file, string text)
    {
        _folder.Write("src/Migrations/" + file, text);

        var error = _session.Run("Initialize-DbMigration -Path src/Migrations").MustFail("FolderHoldsEfMigrations");

        Assert.Contains("EF Core's own migrations", error.ToString());
        Assert.Contains("Initialize-DbMigration -Path 'src/DbMigrations'", error.ErrorDetails.RecommendedAction);
        Assert.Equal([_folder["src/Migrations/" + file]], Directory.EnumerateFileSystemEntries(_folder["src/Migrations"]));
    }

    [Theory]
    [InlineData("Initialize-DbMigration -Project nowhere", "TargetNotFound")]
    [InlineData("Initialize-DbMigration -Project src", "TargetNotFound")]
    [InlineData("Initialize-DbMigration -Assembly src", "TargetNotFound")]
    [InlineData("Initialize-DbMigration -Project . -Assembly x.dll", "TargetAmbiguous")]
    public void A_target_that_cannot_be_is_refused(string command, string id)
    {
        _session.Run(command).MustFail(id);
        Assert.False(Directory.Exists(_folder["migrations"]));
    }
}
