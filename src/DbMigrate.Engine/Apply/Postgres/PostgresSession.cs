using System;
using System.Collections.Generic;
using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Linq;
using System.Threading;
using DbMigrate.Engine.Introspection.Postgres;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Postgres;
using DbMigrate.Engine.Sql.Text;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Apply.Postgres;

/// <summary>Revisions on PostgreSQL. The server itself ends statements that take too long or wait too long for other programs.</summary>
internal sealed class PostgresSession : RevisionSession
{
    private readonly DbConnection _connection;
    private readonly WaitLimit _wait;
    private bool _isOpen;

    public PostgresSession(DbConnection connection, WaitLimit wait, int statementTimeout)
    {
        _connection = connection;
        _wait = wait;
        Run(string.Create(CultureInfo.InvariantCulture, $"SET statement_timeout = '{statementTimeout}s'"));

        // Servers that can (from 14 on) end what runs for a process that was killed.
        Run("SELECT set_config(name, '2000', false) FROM pg_catalog.pg_settings WHERE name = 'client_connection_check_interval'");
    }

    public override DbConnection Connection => _connection;

    public override string? SchemaStamp() => null;

    public override void Begin(SqlScript script)
    {
        Run("BEGIN");
        _isOpen = true;

        // 0 would be no limit at all.
        var limit = Math.Max(1, (long)_wait.Limit.TotalMilliseconds);
        Run(string.Create(CultureInfo.InvariantCulture, $"SET LOCAL lock_timeout = {limit}"));
    }

    public override void Execute(string sql, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        try
        {
            using (cancellation.Register(command.Cancel))
                command.ExecuteNonQuery();
        }
        catch (DbException e) when (PostgresErrors.Code(e) == PostgresErrors.Cancelled)
        {
            cancellation.ThrowIfCancellationRequested();
            throw new TimeoutException(null, e);
        }
        catch (DbException e) when (PostgresErrors.Code(e) == ConversionGuard.Code)
        {
            throw ErrorCatalogue.ValueNotConvertible.Error(PostgresErrors.Text(e), inner: e);
        }
    }

    public override bool IsDone(string sql, bool isRepeated)
    {
        foreach (var index in PostgresStatements.ReadAll(sql, null).Where(s => s.Kind == SchemaObjectKind.Index))
        {
            var name = SqlText.Quote(index.Name);
            using var command = _connection.CreateCommand();
            command.CommandText = $"SELECT indisvalid FROM pg_catalog.pg_index WHERE indexrelid = to_regclass({PostgresText.Literal(name)})";
            var isValid = command.ExecuteScalar() as bool?;
            if (index.IsDrop)
                return isRepeated && isValid is null;
            if (isValid == false)
                Run($"DROP INDEX CONCURRENTLY {name}");
            return isRepeated && isValid == true;
        }

        return false;
    }

    public override void Commit()
    {
        Run("COMMIT");
        _isOpen = false;
    }

    public override void Rollback()
    {
        var isLeft = _isOpen && _connection.State == ConnectionState.Open;
        _isOpen = false;

        // A server rolls back what a connection leaves that has ended.
        if (isLeft)
            Run("ROLLBACK");
    }

    public override void End()
    {
        // Nothing was changed that outlasts a transaction.
    }

    public override void RunApart(IReadOnlyList<string> statements)
    {
        if (_connection.State != ConnectionState.Open)
        {
            _connection.Close();
            _connection.Open();
        }

        Run("BEGIN");
        _isOpen = true;
        try
        {
            foreach (var sql in statements)
                Run(sql);
            Commit();
        }
        finally
        {
            Rollback();
        }
    }

    public override void Dispose() => _connection.Dispose();

    private void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
