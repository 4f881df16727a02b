using System;

namespace DbMigrate.Module.Tests.Hosting;

/// <summary>One session for all tests of a class that only look.</summary>
public sealed class SharedSession : IDisposable
{
    internal Session Session { get; } = new();

    public void Dispose() => Session.Dispose();
}
