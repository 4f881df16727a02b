using System;
using System.IO;
using DbMigrate.Module.Tests.Hosting;
using DbMigrate.Tests.Shared;
using Xunit;

namespace DbMigrate.Module.Tests.Targets;

/// <summary>A worker never holds a file of the target, so that a build can always replace it, natives included.</summary>
public sealed class TargetFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Session _session;
    private readonly Database _database;

    public TargetFilesTests()
    {
        _session = new Session(_folder.Path);
        _database = new Database(_folder["test.db"]);
        CopyFolder(Path.Combine(Repository.Root, "tests", "Fixtures", "ConsoleTarget", "bin", Repository.Configuration, "net10.0"), _folder["target"]);
    }

    private string Target => $"-Assembly target/ConsoleTarget.dll {_database.Argument}";

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void No_file_of_the_target_is_in_use_after_a_generation_an_apply_and_a_failure()
    {
        Skip.If(!OperatingSystem.IsLinux(), "open and mapped files are read from /proc");
        _session.Run("Initialize-DbMigration; New-DbMigration first -RevisionId first1 -Assembly target/ConsoleTarget.dll").MustSucceed();
        MustHoldNothing();

        _session.Run($"Update-Database {Target}").MustSucceed();
        MustHoldNothing();

        _folder.WriteRevision("bad1", "first1", up: "migrationBuilder.Sql(\"nonsense\");");
        _session.Run($"Update-Database {Target}").MustFail("RevisionFailed");
        MustHoldNothing();

        _folder.WriteRevision("bad1", "first1", up: "this does not compile");
        _session.Run($"Update-Database {Target}").MustFail("ScriptInvalid");
        MustHoldNothing();
        Assert.Equal(["first1"], _database.Applied());
    }

    [Fact]
    public void A_worker_in_which_the_app_has_loaded_a_plugin_of_its_folder_ends_with_the_request()
    {
        Skip.If(!OperatingSystem.IsLinux(), "running workers are read from /proc");
        CopyFolder(Path.Combine(Repository.Root, "tests", "Fixtures", "Kinds", "PluginApp", "bin", Repository.Configuration, "net10.0"), _folder["plugins"]);
        var target = $"-Assembly plugins/PluginApp.dll {_database.Argument}";
        _session.Run("Initialize-DbMigration; New-DbMigration first -RevisionId first1 -Assembly plugins/PluginApp.dll").MustSucceed();
        Assert.Empty(Workers.Ids());

        _session.Run($"Update-Database {target}; New-DbMigration again -FromDatabase {target}").MustSucceed();
        Assert.Empty(Workers.Ids());
        Assert.Equal(["first1"], _database.Applied());
    }

    private void MustHoldNothing()
    {
        var files = FilesInUse.Of(Assert.Single(Workers.Ids()));

        // From the private copy: otherwise the test would prove nothing.
        Assert.Contains(files, f => Path.GetFileName(f) == "ConsoleTarget.dll");
        Assert.Contains(files, f => Path.GetFileName(f) == "libe_sqlite3.so");
        Assert.DoesNotContain(files, f => f.StartsWith(_folder.Path, StringComparison.Ordinal));
    }

    private static void CopyFolder(string source, string destination)
    {
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(destination, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
