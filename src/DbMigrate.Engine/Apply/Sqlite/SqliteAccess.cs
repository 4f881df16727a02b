using System;
using System.Data.Common;
using System.Globalization;
using System.IO;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Apply.Sqlite;

/// <summary>Opens and locks a SQLite file.</summary>
internal sealed class SqliteAccess : DatabaseAccess
{
    private readonly DbProviderFactory _factory;
    private readonly DbConnectionStringBuilder _builder;
    private readonly SqliteFile _file;
    private bool _isLocked;

    public SqliteAccess(DbProviderFactory factory, string connectionString, string provider, HistoryStore history)
    {
        _factory = factory;
        _builder = factory.CreateConnectionStringBuilder()!;
        _builder.ConnectionString = connectionString;
        _builder["Pooling"] = false;
        _file = SqliteFile.Of(_builder);
        History = history;
        Facts = new DatabaseFacts(provider, _file.Path, _file.Path, _file.IsInMemory ? "" : Path.GetFileNameWithoutExtension(_file.Path), "");
    }

    public override DatabaseFacts Facts { get; }

    public override HistoryStore History { get; }

    public override bool Exists => _file.Exists;

    public override T Read<T>(Func<DbConnection, int, T> action, WaitLimit wait)
    {
        var mode = "ReadOnly";
        while (true)
        {
            wait.Cancellation.ThrowIfCancellationRequested();
            try
            {
                using var connection = Open(mode);
                return action(connection, 1);
            }
            catch (DbException e) when (SqliteErrors.NeedsRecovery(e) && mode == "ReadOnly")
            {
                // A run that was killed left its journal: opening for writing makes SQLite roll it back.
                mode = "ReadWrite";
            }
            catch (DbException e) when (SqliteErrors.IsBusy(e))
            {
                if (!wait.TryWait())
                    throw Explain(e)!;
            }
            catch (DbException e)
            {
                throw Explain(e) ?? Unavailable(e);
            }
        }
    }

    public override RunLock TakeLock(WaitLimit wait, Action<LockHolder?> waiting)
    {
        RequireFolder();
        if (_file.IsInMemory)
            throw ErrorCatalogue.DatabaseUnavailable.Error("The connection string names a database in memory, which ends with the connection.", Facts.DataSource, "Name a file.");
        if (Directory.Exists(_file.Path))
            throw ErrorCatalogue.DatabaseUnavailable.Error($"{_file.Path} is a folder.", _file.Path);
        var told = false;
        while (true)
        {
            FileLock? taken = null;
            try
            {
                taken = FileLock.TryTake(_file.LockPath);
            }
            catch (UnauthorizedAccessException) when (OperatingSystem.IsWindows() && !wait.IsOver)
            {
                // Windows says so too of a file that is just being removed.
            }
            catch (Exception e) when (e is UnauthorizedAccessException or IOException)
            {
                throw ErrorCatalogue.DatabaseReadOnly.Error($"The lock file {_file.LockPath} cannot be written: {e.Message}", _file.Path, inner: e);
            }
            if (taken is not null)
            {
                _isLocked = true;
                return taken;
            }
            if (!told)
                waiting(LockFileReader.Read(_file.LockPath));
            told = true;
            if (!wait.TryWait())
                throw Busy(wait.Limit, null);
        }
    }

    public override RevisionSession OpenSession(WaitLimit wait, int statementTimeout)
    {
        RequireFolder();
        try
        {
            return new SqliteSession(Open(mode: null), wait, statementTimeout);
        }
        catch (DbException e)
        {
            throw Explain(e) ?? Unavailable(e);
        }
    }

    public override DbMigrateException? Explain(Exception exception) => SqliteErrors.Code(exception) switch
    {
        SqliteErrors.Busy or SqliteErrors.Locked => Busy(null, exception),
        SqliteErrors.ReadOnly => ErrorCatalogue.DatabaseReadOnly.Error($"The database {_file.Path} cannot be written.", _file.Path, inner: exception),
        SqliteErrors.NotADatabase => ErrorCatalogue.DatabaseInvalid.Error($"{_file.Path} is no SQLite database, or it is encrypted with another key.", _file.Path, inner: exception),
        SqliteErrors.Corrupt => ErrorCatalogue.DatabaseInvalid.Error($"The SQLite database {_file.Path} is damaged.", _file.Path, "Restore it from a backup, or try sqlite3's .recover.", exception),
        SqliteErrors.CannotOpen => FolderMissing() ?? Unavailable(exception),
        _ => null,
    };

    private DbConnection Open(string? mode)
    {
        var builder = _factory.CreateConnectionStringBuilder()!;
        builder.ConnectionString = _builder.ConnectionString;
        if (mode is not null)
            builder["Mode"] = mode;
        var connection = _factory.CreateConnection()!;
        connection.ConnectionString = builder.ConnectionString;
        try
        {
            connection.Open();
            return connection;
        }
        catch (InvalidOperationException e)
        {
            // For example a password where the library does not encrypt.
            connection.Dispose();
            throw Unavailable(e);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void RequireFolder()
    {
        if (FolderMissing() is { } error)
            throw error;
    }

    private DbMigrateException? FolderMissing()
        => _file.FolderExists ? null : ErrorCatalogue.DatabaseFolderNotFound.Error($"The folder of the database file {_file.Path} does not exist.", _file.Path);

    private DbMigrateException Unavailable(Exception exception)
        => ErrorCatalogue.DatabaseUnavailable.Error($"The database {_file.Path} cannot be opened: {exception.Message}", _file.Path, inner: exception);

    private DbMigrateException Busy(TimeSpan? waited, Exception? inner)
    {
        var holder = Holder()?.ToString() ?? (inner is null ? "another run" : "another program");
        var after = waited is { } w && w > TimeSpan.Zero ? $" after {w.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} seconds" : "";
        return ErrorCatalogue.DatabaseBusy.Error($"The database {_file.Path} is held by {holder}{after}.", _file.Path, inner: inner);
    }

    // A file that a killed run left behind names nobody: only one that is locked does.
    private LockHolder? Holder()
    {
        if (_isLocked || !File.Exists(_file.LockPath))
            return null;
        using var free = FileLock.TryTake(_file.LockPath);
        return free is null ? LockFileReader.Read(_file.LockPath) : null;
    }
}
