using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Scripting;
using DbMigrate.Engine.Scripting.Templates;
using DbMigrate.Engine.Tests.Laws;
using DbMigrate.Engine.Tests.Scripting;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Npgsql;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>A database on the private server, and what the engine makes of it.</summary>
internal sealed class PostgresDatabase : IRowStore, IDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly DbContext _context;

    public PostgresDatabase(PostgresServer server)
    {
        ConnectionString = server.ConnectionString(server.CreateDatabase());
        _connection = new NpgsqlConnection(ConnectionString);
        _connection.Open();
        _context = new PostgresModelContext(_ => { }, ConnectionString);
        Provider = new PostgresProvider(_context);
    }

    public string ConnectionString { get; }

    public PostgresProvider Provider { get; }

    public IReadOnlyList<SchemaGap> Gaps => Provider.ReadGaps(_connection);

    public SchemaState State => Provider.Introspect(_connection);

    /// <summary>What differs between a schema and the database.</summary>
    public IReadOnlyList<SchemaDifference> Differences(SchemaState expected) => Differences(expected, State);

    /// <summary>What differs between a schema and what the database had; fails where something is not known.</summary>
    public IReadOnlyList<SchemaDifference> Differences(SchemaState expected, SchemaState actual)
    {
        var aligned = Provider.Align(_connection, expected, actual);
        Assert.Empty(aligned.Unknown);
        return SchemaComparer.Compare(aligned.Expected, aligned.Actual, seeds: false);
    }

    /// <summary>The operations as they come out of a script that was written and compiled.</summary>
    public IReadOnlyList<MigrationOperation> ByScript(IReadOnlyList<MigrationOperation> operations)
        => Scripts.Compile(new ScriptWriter(ScriptTemplate.Default).Write(Scripts.Header(), [new MethodPair("", Provider.Traits, operations, [])]))[0].UpOperations;

    /// <summary>Runs operations as a revision would, in one transaction.</summary>
    public void Apply(IReadOnlyList<MigrationOperation> operations)
    {
        var script = Provider.GenerateSql(State, operations);
        var transaction = _connection.BeginTransaction();
        foreach (var statement in script.Statements)
        {
            if (statement.SuppressTransaction)
                transaction.Commit();
            try
            {
                Execute(statement.Text);
            }
            catch (PostgresException e)
            {
                throw new InvalidOperationException($"{statement.Purpose}: {e.MessageText}\n{statement.Text}", e);
            }

            if (statement.SuppressTransaction)
                transaction = _connection.BeginTransaction();
        }

        transaction.Commit();
    }

    /// <summary>Drops all that is there.</summary>
    public void Clear() => Execute("ROLLBACK; DROP SCHEMA public CASCADE; DROP SCHEMA IF EXISTS shop CASCADE; DROP SCHEMA IF EXISTS attic CASCADE; CREATE SCHEMA public");

    /// <inheritdoc />
    public string OverridingNumbers => " OVERRIDING SYSTEM VALUE";

    /// <inheritdoc />
    public void InsertUnchecked(IEnumerable<string> inserts)
        => Execute($"SET session_replication_role = replica;\n{string.Join(";\n", inserts)};\nSET session_replication_role = origin");

    /// <inheritdoc />
    public string Text(string expression) => $"quote_nullable(({expression})::text)";

    // What types of the database's own hold can be read as text even when the types are gone.
    /// <inheritdoc />
    public string StoreType(Column column) => column.StoreType switch { "feeling" or "citext" => "text", "feeling[]" => "text[]", var type => type };

    public void Execute(string sql)
    {
        using var command = new NpgsqlCommand(sql, _connection);
        command.ExecuteNonQuery();
    }

    /// <summary>Rows of a query, values joined by a bar.</summary>
    public IReadOnlyList<string> Query(string sql)
    {
        using var command = new NpgsqlCommand(sql, _connection);
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join("|", Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        return rows;
    }

    public void Dispose()
    {
        _connection.Dispose();
        _context.Dispose();
    }
}
