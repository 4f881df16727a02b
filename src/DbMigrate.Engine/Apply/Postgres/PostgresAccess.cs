using System;
using System.Data.Common;
using System.Globalization;
using DbMigrate.Engine.Providers;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Apply.Postgres;

/// <summary>Opens and locks a database on a PostgreSQL server. Databases are never created there.</summary>
internal sealed class PostgresAccess : DatabaseAccess
{
    private readonly PostgresConnector _connector;

    public PostgresAccess(DbConnection like, string connectionString, HistoryStore history)
    {
        _connector = new PostgresConnector(like, connectionString);
        History = history;
        Facts = new DatabaseFacts(PostgresProvider.Name, _connector.Server, $"{_connector.Server}/{_connector.Database}", _connector.Database, _connector.User);
    }

    public override DatabaseFacts Facts { get; }

    public override HistoryStore History { get; }

    public override bool Exists => true;

    public override T Read<T>(Func<DbConnection, int, T> action, WaitLimit wait) => Read(action, wait, "on");

    public override T ReadWithScratch<T>(Func<DbConnection, int, T> action, WaitLimit wait) => Read(action, wait, "off");

    public override RunLock TakeLock(WaitLimit wait, Action<LockHolder?> waiting)
    {
        var connection = Open(Operator.Name);
        try
        {
            AdvisoryLock.KeepAlive(connection);
            var key = AdvisoryLock.Key(History.HistoryTable);
            for (var told = false; !AdvisoryLock.TryTake(connection, key); told = true)
            {
                if (!told)
                    waiting(AdvisoryLock.Holder(connection, key));
                if (!wait.TryWait())
                    throw Busy(AdvisoryLock.Holder(connection, key)?.ToString() ?? "another run", wait.Limit, null);
            }

            return new AdvisoryLock(connection, key);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public override RevisionSession OpenSession(WaitLimit wait, int statementTimeout) => new PostgresSession(Open("revisions"), wait, statementTimeout);

    public override DbMigrateException? Explain(Exception exception) => PostgresErrors.Code(exception) switch
    {
        PostgresErrors.LockNotAvailable => Busy("another program", null, exception),
        PostgresErrors.ReadOnly => ErrorCatalogue.DatabaseReadOnly.Error(
            $"{Name} cannot be written: the server is a standby, or transactions are read-only.", Facts.Name, "Connect to the primary server, as a user whose transactions may write.", exception),
        PostgresErrors.NoSuchDatabase => ErrorCatalogue.DatabaseUnavailable.Error(
            $"{Name} does not exist.", Facts.Name, "Create the database; on a server DbMigrate never does.", exception),
        _ when PostgresErrors.IsOutOfLocks(exception) => ErrorCatalogue.TooManyLocks.Error(
            $"{Name} has no room for the locks of so many tables, indexes and sequences in one transaction: the server's max_locks_per_transaction is too small.", Facts.Name, inner: exception),
        "" => Unavailable(exception),
        _ => null,
    };

    public override string Message(Exception exception) => PostgresErrors.Message(exception);

    private string Name => $"The database {Facts.Name} at {Facts.DataSource}";

    private T Read<T>(Func<DbConnection, int, T> action, WaitLimit wait, string readOnly)
    {
        wait.Cancellation.ThrowIfCancellationRequested();
        var seconds = Math.Max(1, (int)wait.Limit.TotalSeconds);
        using var connection = Open("read");
        try
        {
            using (var command = connection.CreateCommand())
            {
                command.CommandText = string.Create(
                    CultureInfo.InvariantCulture, $"SELECT set_config('lock_timeout', '{seconds}s', false), set_config('default_transaction_read_only', '{readOnly}', false)");
                command.ExecuteNonQuery();
            }

            return action(connection, 0);
        }
        catch (DbException e)
        {
            throw Explain(e) ?? Unavailable(e);
        }
    }

    private DbConnection Open(string purpose)
    {
        try
        {
            return _connector.Open(purpose);
        }
        catch (Exception e) when (e is DbException or InvalidOperationException or ArgumentException)
        {
            throw Explain(e) ?? Unavailable(e);
        }
    }

    private DbMigrateException Unavailable(Exception exception)
        => ErrorCatalogue.DatabaseUnavailable.Error(
            $"{Name} cannot be used: {PostgresErrors.Message(exception)}",
            Facts.Name,
            PostgresErrors.Code(exception) == PostgresErrors.NoRight ? "Connect as a role that has this right, or grant it." : null,
            exception);

    private DbMigrateException Busy(string holder, TimeSpan? waited, Exception? inner)
    {
        var after = waited is { } w && w > TimeSpan.Zero ? $" after {w.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} seconds" : "";
        return ErrorCatalogue.DatabaseBusy.Error($"{Name} is held by {holder}{after}.", Facts.Name, inner: inner);
    }
}
