using System;

namespace DbMigrate.Engine.Apply;

/// <summary>That this run is the only one on its database, until disposed of or until the process dies.</summary>
internal abstract class RunLock : IDisposable
{
    /// <summary>Makes sure that it is still held; a lock that lives as long as this process always is.</summary>
    /// <exception cref="Revisions.Errors.DbMigrateException"><c>DatabaseUnavailable</c>.</exception>
    public virtual void RequireHeld()
    {
    }

    public abstract void Dispose();
}
