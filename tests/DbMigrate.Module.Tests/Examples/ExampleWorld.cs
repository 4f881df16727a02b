using System;
using System.IO;
using DbMigrate.Module.Tests.Hosting;

namespace DbMigrate.Module.Tests.Examples;

/// <summary>The folder in which examples run: made once, its project built once, put back before each example, so that all share one worker.</summary>
public sealed class ExampleWorld : IDisposable
{
    private static readonly string? Path = Environment.GetEnvironmentVariable("PATH");

    private readonly ShopProject _shop = new("ExampleShop", "src/Shop");
    private readonly TemporaryFolder _template = new();
    private readonly TemporaryFolder _programs = new();

    public ExampleWorld()
    {
        var editor = _programs.Write(OperatingSystem.IsWindows() ? "code.cmd" : "code", OperatingSystem.IsWindows() ? "@exit 0\r\n" : "#!/bin/sh\nexit 0\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(editor, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Environment.SetEnvironmentVariable("PATH", _programs.Path + System.IO.Path.PathSeparator + Path);

        Run(StandIns.Script).MustSucceed();
        Run("Initialize-DbMigration -Project src/Shop -Context ShopContext").MustSucceed();
        foreach (var revision in Story.Revisions)
            Story.Write(Folder, revision);
        Run($"Update-Database {Story.Current}").MustSucceed();
        Copy(Folder["migrations"], _template["migrations"]);
        File.Copy(Database.Path, _template["shop.db"]);
    }

    internal TemporaryFolder Folder => _shop.Folder;

    /// <summary>The database that the context opens.</summary>
    internal Database Database => new(Folder["src/Shop/shop.db"]);

    internal Session Session => _shop.Session;

    internal RecordingUserInterface Host => Session.Host;

    /// <summary>What a user sees on the screen.</summary>
    internal string Show(string script) => Session.Show(script);

    internal Outcome Run(string script) => Session.Run(script);

    /// <summary>Takes back whatever an example did.</summary>
    internal void Restore()
    {
        foreach (var file in Directory.EnumerateFiles(Folder.Path))
            File.Delete(file);
        foreach (var folder in Directory.EnumerateDirectories(Folder.Path))
        {
            if (System.IO.Path.GetFileName(folder) != "src")
                Directory.Delete(folder, recursive: true);
        }

        foreach (var database in Directory.EnumerateFiles(Folder["src/Shop"], "*.db*"))
            File.Delete(database);
        Copy(_template["migrations"], Folder["migrations"]);
        File.Copy(_template["shop.db"], Database.Path);
        Environment.SetEnvironmentVariable("EDITOR", "code --wait");
        Environment.SetEnvironmentVariable("AUDIT_DB", $"Data Source={Folder["audit.db"]}");
        Environment.SetEnvironmentVariable("DBMIGRATE_CONTEXT", null);
        Host.Answers.Clear();
        foreach (var revision in Story.Revisions)
            Host.Answers.Enqueue("Yes");
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("PATH", Path);
        Environment.SetEnvironmentVariable("EDITOR", null);
        Environment.SetEnvironmentVariable("AUDIT_DB", null);
        Environment.SetEnvironmentVariable("DBMIGRATE_CONTEXT", null);
        _shop.Dispose();
        _template.Dispose();
        _programs.Dispose();
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var folder in Directory.EnumerateDirectories(from))
            Copy(folder, System.IO.Path.Combine(to, System.IO.Path.GetFileName(folder)));
        foreach (var file in Directory.EnumerateFiles(from))
            File.Copy(file, System.IO.Path.Combine(to, System.IO.Path.GetFileName(file)));
    }
}
