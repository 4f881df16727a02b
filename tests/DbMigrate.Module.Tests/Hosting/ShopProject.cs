using System;
using System.IO;

namespace DbMigrate.Module.Tests.Hosting;

/// <summary>A user's project with a session beside it. Built once, by the first cmdlet that needs it, for all tests of a class.</summary>
public sealed class ShopProject : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private int _databases;

    public ShopProject()
    {
        CopyFixture("Shop", "src/Shop");
        Session = new Session(_folder.Path);
        Session.Run("Initialize-DbMigration -Project src/Shop").MustSucceed();
        Session.Run("New-DbMigration 'open the shop' -RevisionId open1").MustSucceed();
    }

    /// <summary>A project of another kind, without a migrations folder.</summary>
    internal ShopProject(string fixture, string to, string hostName = "Recording Host")
    {
        CopyFixture(fixture, to);
        Session = new Session(_folder.Path, hostName);
    }

    internal Session Session { get; }

    internal TemporaryFolder Folder => _folder;

    /// <summary>A database file that does not exist yet.</summary>
    internal Database NewDatabase() => new(_folder[$"db{++_databases}.db"]);

    internal void CopyFixture(string fixture, string to)
    {
        var from = Path.Combine(Repository.Root, "tests", "Fixtures", fixture);
        foreach (var file in Directory.EnumerateFiles(from))
            _folder.Write(Path.Combine(to, Path.GetFileName(file)), File.ReadAllText(file));
    }

    public void Dispose()
    {
        Session.Dispose();
        _folder.Dispose();
    }
}
