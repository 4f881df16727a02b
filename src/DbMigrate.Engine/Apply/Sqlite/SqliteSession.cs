using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Globalization;
using System.Threading;
using DbMigrate.Engine.Providers;

namespace DbMigrate.Engine.Apply.Sqlite;

/// <summary>
/// Revisions on SQLite. Transactions are plain statements, because waiting for other programs must end at our limit
/// and not at the provider's. Around rebuilds foreign keys are off, which can only be said outside a transaction.
/// </summary>
internal sealed class SqliteSession(DbConnection connection, WaitLimit wait, int statementTimeout) : RevisionSession
{
    // The provider's own timeout only covers waiting for locks, in steps of whole seconds; our loop goes on from there.
    private const int LockSeconds = 1;

    // Copies, drops and index builds of large tables take half the time that they take with SQLite's own 2 MB.
    private const int RebuildCacheKib = 65536;

    private readonly SqliteInterrupt _interrupt = new(connection);
    private SqliteForeignKeys? _before;
    private (long ForeignKeys, long LegacyAlter, long CacheSize)? _pragmas;
    private bool _isOpen;

    public override DbConnection Connection => connection;

    public override string? SchemaStamp() => Scalar("PRAGMA schema_version").ToString(CultureInfo.InvariantCulture);

    public override void Begin(SqlScript script)
    {
        if (script.HasRebuild && _pragmas is null)
        {
            _pragmas = (Scalar("PRAGMA foreign_keys"), Scalar("PRAGMA legacy_alter_table"), Scalar("PRAGMA cache_size"));
            Run("PRAGMA foreign_keys = OFF");
            if (CacheBytes(_pragmas.Value.CacheSize) < RebuildCacheKib * 1024L)
                Run("PRAGMA cache_size = -" + RebuildCacheKib.ToString(CultureInfo.InvariantCulture));
        }
        RunWhenFree("BEGIN IMMEDIATE");
        _isOpen = true;
        if (_pragmas is not null && _before is null)
            RememberViolations();
    }

    public override void Execute(string sql, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        if (statementTimeout > 0)
            timeout.CancelAfter(TimeSpan.FromSeconds(statementTimeout));
        try
        {
            using (_interrupt.On(either.Token))
                Run(sql);
        }
        catch (DbException e) when (SqliteErrors.Code(e) == SqliteErrors.Interrupt)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new TimeoutException(null, e);
        }
    }

    public override void Commit()
    {
        if (_before is not null && SqliteForeignKeys.Check(connection).NewSince(_before) is { } error)
            throw error;
        RunWhenFree("COMMIT");
        _isOpen = false;
    }

    public override void Rollback()
    {
        if (!_isOpen)
            return;
        _isOpen = false;
        try
        {
            Run("ROLLBACK");
        }
        catch (DbException e) when (SqliteErrors.Code(e) == 1)
        {
            // SQLite rolled back by itself, as it does when the disk is full.
        }
    }

    public override void End()
    {
        if (_pragmas is { } pragmas)
        {
            Run("PRAGMA foreign_keys = " + pragmas.ForeignKeys.ToString(CultureInfo.InvariantCulture));
            Run("PRAGMA legacy_alter_table = " + pragmas.LegacyAlter.ToString(CultureInfo.InvariantCulture));
            Run("PRAGMA cache_size = " + pragmas.CacheSize.ToString(CultureInfo.InvariantCulture));
        }
        _pragmas = null;
        _before = null;
    }

    public override void RunApart(IReadOnlyList<string> statements)
    {
        RunWhenFree("BEGIN IMMEDIATE");
        _isOpen = true;
        try
        {
            foreach (var sql in statements)
                Run(sql);
            RunWhenFree("COMMIT");
            _isOpen = false;
        }
        finally
        {
            Rollback();
        }
    }

    public override void Dispose() => connection.Dispose();

    // Negative values are KiB, others pages.
    private long CacheBytes(long size) => size < 0 ? -size * 1024 : size * Scalar("PRAGMA page_size");

    private void RememberViolations()
    {
        _before = SqliteForeignKeys.TryCheck(connection);
        if (_before is null)
            Warn("Foreign keys are not checked: the schema has one whose target is not unique or does not exist.");
        else if (_before.Count > 0)
            Warn($"{_before.Count.ToString(CultureInfo.InvariantCulture)} row(s) violated foreign keys before the revision already.");
    }

    private void RunWhenFree(string sql)
    {
        while (true)
        {
            try
            {
                Run(sql);
                return;
            }
            catch (DbException e) when (SqliteErrors.IsBusy(e) && wait.TryWait())
            {
                // Another program held the database; it may not any more.
            }
        }
    }

    private long Scalar(string sql)
    {
        using var command = Command(sql);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    // To the last row of the last result: the provider's ExecuteNonQuery stops at the first row and swallows
    // what fails behind it.
    private void Run(string sql)
    {
        using var command = Command(sql);
        using var reader = command.ExecuteReader();
        do
        {
            while (reader.Read())
            {
                // Rows are nobody's; reading them runs the statement.
            }
        }
        while (reader.NextResult());
    }

    private DbCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandTimeout = LockSeconds;
        command.CommandText = sql;
        return command;
    }
}
