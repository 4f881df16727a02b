using System;

namespace DbMigrate.Module.Tests.Hosting;

/// <summary>A folder with a session in it, shared by the tests of a class so that they share its worker too.</summary>
public sealed class SharedFolder : IDisposable
{
    public SharedFolder() => Session = new Session(Folder.Path);

    internal TemporaryFolder Folder { get; } = new();

    internal Session Session { get; }

    public void Dispose()
    {
        Session.Dispose();
        Folder.Dispose();
    }
}
