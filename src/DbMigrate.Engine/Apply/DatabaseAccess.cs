using System;
using System.Data.Common;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Apply;

/// <summary>How one database is opened, locked and understood where it fails; one subclass per provider. Connections are never pooled.</summary>
internal abstract class DatabaseAccess
{
    public abstract DatabaseFacts Facts { get; }

    public abstract HistoryStore History { get; }

    /// <summary>Whether there is a database to read.</summary>
    public abstract bool Exists { get; }

    /// <summary>Runs a reading action on an open connection that cannot write; waits for other programs' locks.</summary>
    /// <exception cref="DbMigrateException">The database cannot be read.</exception>
    public abstract T Read<T>(Func<DbConnection, int, T> action, WaitLimit wait);

    /// <summary>Like <see cref="Read"/>, on a connection that may make temporary objects which nobody else sees.</summary>
    public virtual T ReadWithScratch<T>(Func<DbConnection, int, T> action, WaitLimit wait) => Read(action, wait);

    /// <summary>Makes this run the only one.</summary>
    /// <exception cref="DbMigrateException"><c>DatabaseBusy</c> naming the holder, once the limit is reached.</exception>
    public abstract RunLock TakeLock(WaitLimit wait, Action<LockHolder?> waiting);

    /// <summary>Opens the connection that revisions run on; creates the database where the provider's file can be created.</summary>
    public abstract RevisionSession OpenSession(WaitLimit wait, int statementTimeout);

    /// <summary>The error for a failure of the provider that is not a revision's own fault; null for others.</summary>
    public abstract DbMigrateException? Explain(Exception exception);

    /// <summary>What the provider says of a failure, with the database's own advice where it gives any.</summary>
    public virtual string Message(Exception exception) => exception.Message;
}
