using System;

namespace DbMigrate.Module.Tests.Hosting;

/// <summary>A folder with two trees, of which one depends on the other (C30), and a session beside it; its scripts do nothing.</summary>
public sealed class BranchingFolder : IDisposable
{
    private int _databases;

    public BranchingFolder()
    {
        Folder.Write("migrations/dbmigrate.psd1", "@{ }");
        foreach (var (id, parent, dependsOn) in new[] { ("a1", "", ""), ("a2", "a1", ""), ("a3", "a2", ""), ("b1", "", ""), ("b2", "b1", "a2"), ("b3", "b2", "") })
            Folder.WriteNode(id, parent, dependsOn: dependsOn);
        Session = new Session(Folder.Path);
    }

    internal TemporaryFolder Folder { get; } = new();

    internal Session Session { get; }

    /// <summary>A database file that does not exist yet.</summary>
    internal Database NewDatabase() => new(Folder[$"db{++_databases}.db"]);

    /// <summary>Runs a command on a database, without a target.</summary>
    internal Outcome Run(string command, Database database) => Session.Run($"{command} -Provider Sqlite {database.Argument}");

    public void Dispose()
    {
        Session.Dispose();
        Folder.Dispose();
    }
}
