using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DbMigrate.Engine.Introspection.Sqlite;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Xunit;

namespace DbMigrate.Engine.Tests.Sql.Sqlite;

/// <summary>A real database file with foreign keys on.</summary>
public sealed class SqliteFile : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), "dbmigrate-" + Guid.NewGuid().ToString("N") + ".db");
    private readonly SqliteConnection _connection;

    public SqliteFile()
    {
        _connection = new($"Data Source={_path};Pooling=False;Foreign Keys=True");
        _connection.Open();
        Execute("PRAGMA synchronous = OFF");
        using var context = new AnyContext();
        Provider = new(context);
    }

    public SqliteProvider Provider { get; }

    public SqliteConnection Connection => _connection;

    /// <summary>What the database has.</summary>
    public SchemaState State => SqliteIntrospector.Read(_connection, [ShopFile.Log]);

    /// <summary>What the database has, with the table that <see cref="State"/> leaves out.</summary>
    public SchemaState WholeState => SqliteIntrospector.Read(_connection);

    /// <summary>Generates and runs, as a revision is applied; what is there then must be what was promised.</summary>
    public SqlScript Apply(Action<MigrationBuilder> build) => Apply(Operations(build));

    public SqlScript Apply(IReadOnlyList<MigrationOperation> operations)
    {
        var script = Generate(operations);
        Run(script);
        Assert.Empty(SchemaComparer.Compare(script.After, State, seeds: false));
        return script;
    }

    public SqlScript Generate(Action<MigrationBuilder> build) => Generate(Operations(build));

    public SqlScript Generate(IReadOnlyList<MigrationOperation> operations) => Provider.GenerateSql(State, operations);

    public static IReadOnlyList<MigrationOperation> Operations(Action<MigrationBuilder> build)
    {
        var builder = new MigrationBuilder(SqliteProvider.Name);
        build(builder);
        return builder.Operations;
    }

    /// <summary>What the runner does: foreign keys off where tables are rebuilt, one transaction, a check before its end.</summary>
    public void Run(SqlScript script)
    {
        if (script.HasRebuild)
            Execute("PRAGMA foreign_keys = OFF");
        Execute("BEGIN IMMEDIATE");
        var canCheck = script.HasRebuild && CanCheckForeignKeys();
        try
        {
            foreach (var statement in script.Statements)
                Execute(statement.Text);
            var violations = canCheck ? Query("PRAGMA foreign_key_check") : [];
            if (violations.Count > 0)
                throw new InvalidOperationException("Foreign keys are violated: " + string.Join("; ", violations));
            Execute("COMMIT");
        }
        catch
        {
            Execute("ROLLBACK");
            throw;
        }
        finally
        {
            Execute("PRAGMA foreign_keys = ON");
        }
    }

    // SQLite refuses where a foreign key points to columns that are not unique.
    private bool CanCheckForeignKeys()
    {
        try
        {
            Query("PRAGMA foreign_key_check");
            return true;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    public void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Rows as text, values with <c>|</c> between.</summary>
    public IReadOnlyList<string> Query(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join("|", Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "NULL" : reader.GetString(i))));
        return rows;
    }

    /// <summary>The rows of the last of several statements.</summary>
    public IReadOnlyList<string> QueryLast(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        do
        {
            rows.Clear();
            while (reader.Read())
                rows.Add(string.Join("|", Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "NULL" : reader.GetString(i))));
        }
        while (reader.NextResult());
        return rows;
    }

    /// <summary>The text that the database keeps for an object.</summary>
    public string Text(string name) => Assert.Single(Query($"SELECT sql FROM sqlite_master WHERE name = '{name}'"));

    /// <summary>Everything that the database keeps, but for tables' own text.</summary>
    public IReadOnlyList<string> Attachments() => Query("SELECT type, name, tbl_name, sql FROM sqlite_master WHERE type <> 'table' AND sql IS NOT NULL ORDER BY type, name");

    public void Dispose()
    {
        _connection.Dispose();
        File.Delete(_path);
    }

    private sealed class AnyContext : DbContext
    {
        protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=:memory:");
    }
}
