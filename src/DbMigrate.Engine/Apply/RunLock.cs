using System;

namespace DbMigrate.Engine.Apply;

/// <summary>That this run is the only one on its database, until disposed of or until the process dies.</summary>
internal abstract class RunLock : IDisposable
{
    public abstract void Dispose();
}
