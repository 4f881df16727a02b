using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests.BadInput;

/// <summary>A folder in which one script is wrong: every cmdlet that reads the folder says so in the same way, and writes nothing.</summary>
public sealed class FolderTests : IClassFixture<SharedFolder>
{
    // What else a cmdlet needs; those that do not read scripts have no entry.
    private static readonly Dictionary<string, string> Arguments = new()
    {
        ["Assert-DbMigration"] = "-Applied " + Database,
        ["Compare-DbSchema"] = "aaaa1 base -Provider Sqlite",
        ["Edit-DbMigration"] = "aaaa1",
        ["Export-DbMigrationScript"] = "-Provider Sqlite",
        ["Get-DbMigration"] = "aaaa1",
        ["Get-DbMigrationBranch"] = "",
        ["Get-DbMigrationHead"] = "",
        ["Get-DbMigrationHistory"] = "",
        ["Get-DbMigrationStatus"] = Database,
        ["Merge-DbMigration"] = "-Provider Sqlite",
        ["New-DbMigration"] = "x -Assembly x.dll",
        ["Set-DbMigrationStamp"] = Database,
        ["Test-DbMigration"] = "-Applied " + Database,
        ["Undo-DbMigration"] = Database,
        ["Update-Database"] = Database,
        ["Update-DbMigration"] = Database,
    };

    private const string Database = "-Provider Sqlite -ConnectionString 'Data Source=bad.db'";

    private static readonly string[] WithoutScripts = ["Get-DbMigrationContext", "Get-DbMigrationTemplate", "Initialize-DbMigration"];

    private readonly TemporaryFolder _folder;
    private readonly Session _session;

    public FolderTests(SharedFolder shared)
    {
        (_folder, _session) = (shared.Folder, shared.Session);
        if (Directory.Exists(_folder["migrations"]))
            Directory.Delete(_folder["migrations"], recursive: true);
        _folder.Write("migrations/dbmigrate.psd1", "@{ }");
        _folder.WriteNode("aaaa1", labels: "sales");
    }

    [Fact]
    public void Every_cmdlet_that_reads_scripts_is_tried()
        => Assert.Equal(Cmdlets.All(_session).Select(c => c.Name).Except(WithoutScripts).Order(), Arguments.Keys.Order());

    [Fact]
    public void A_script_that_cannot_be_read()
    {
        var path = _folder["migrations/versions/gone.cs"];
        using var held = Unreadable(path);

        AllFail("ScriptUnreadable", path);
    }

    [Fact]
    public void A_script_that_is_not_UTF_8()
    {
        var path = _folder.WriteNode("bbbb2", "aaaa1");
        File.WriteAllBytes(path, [.. File.ReadAllBytes(path), 0x2F, 0x2F, 0xE4, 0xF6, 0x0A]);

        AllFail("ScriptUnreadable", path);
    }

    [Fact]
    public void A_script_that_was_written_by_half()
    {
        var path = _folder.WriteNode("bbbb2", "aaaa1");
        File.WriteAllText(path, File.ReadAllText(path)[..^20]);

        AllFail("ScriptUnreadable", path);
    }

    [Fact]
    public void C35_a_label_that_two_scripts_carry()
    {
        _folder.WriteNode("bbbb2", "aaaa1", labels: "Sales");

        AllFail("LabelInvalid", "'Sales' in revision bbbb2 already used by revision aaaa1");
    }

    [Fact]
    public void A_label_that_is_an_id()
    {
        _folder.WriteNode("bbbb2", "aaaa1", labels: "aaaa1");

        AllFail("LabelInvalid", "also the id of a revision");
    }

    [Fact]
    public void C44_an_id_with_characters_that_the_grammar_needs() => AllFail("HeaderInvalid", _folder.WriteNode("a-b", "aaaa1"));

    [Fact]
    public void C37_a_parent_that_no_script_has()
    {
        _folder.WriteNode("bbbb2", "gone");

        AllFail("RevisionParentMissing", "Revision gone referenced from bbbb2");
    }

    [Fact]
    public void C38_a_cycle()
    {
        _folder.WriteNode("bbbb2", "cccc3");
        _folder.WriteNode("cccc3", "bbbb2");

        AllFail("RevisionCycle", "(bbbb2, cccc3)");
    }

    private void AllFail(string id, string message)
    {
        var before = Files();
        foreach (var (cmdlet, arguments) in Arguments)
            Assert.Contains(message, _session.Run($"{cmdlet} {arguments}").MustFail(id).ToString());
        Assert.Equal(before, Files());
    }

    private string[] Files() => [.. Directory.EnumerateFileSystemEntries(_folder.Path, "*", SearchOption.AllDirectories).Order()];

    // Rights do not stop everybody: a link that leads nowhere does, and on Windows a file that is held.
    private static FileStream? Unreadable(string path)
    {
        if (OperatingSystem.IsWindows())
            return new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        File.CreateSymbolicLink(path, path + ".nowhere");
        return null;
    }
}
