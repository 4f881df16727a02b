using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>The statements so far, and the schema that they leave.</summary>
internal sealed class ScriptDraft(ProviderTraits traits, SchemaState actual, ProviderGenerator generator)
{
    private readonly Replayer _replayer = new(traits);
    private readonly List<SqlStatement> _statements = [];
    private bool _mayHavePendingChecks;

    public ProviderTraits Traits => traits;

    public SchemaState State { get; private set; } = actual;

    public SqlScript Finish() => new(_statements, State);

    public void Write(SqlStatement statement)
    {
        CheckWhatIsPending();
        _statements.Add(statement);
    }

    public void Write(string sql, string purpose) => Write(new SqlStatement(sql, purpose));

    /// <summary>Writes a statement that changes rows.</summary>
    public void WriteRows(SqlStatement statement)
    {
        _statements.Add(statement);
        _mayHavePendingChecks = true;
    }

    /// <summary>Writes a statement that changes rows.</summary>
    public void WriteRows(string sql, string purpose) => WriteRows(new SqlStatement(sql, purpose));

    /// <summary>Writes what the provider has for an operation.</summary>
    public void Generate(MigrationOperation operation, string purpose)
    {
        foreach (var statement in generator.Generate(operation, purpose))
            Write(statement);
    }

    /// <summary>Goes on to the schema after an operation.</summary>
    public void Advance(MigrationOperation operation) => State = _replayer.Apply(State, [operation]);

    public ObjectName Name(string? schema, string name) => traits.NameOf(schema, name);

    public Table? Table(string? schema, string name) => State.Tables.GetValueOrDefault(Name(schema, name));

    /// <summary>A name as in the operation: a schema that it gives is written.</summary>
    public static string Quote(string? schema, string name) => SqlText.Quote(new ObjectName(string.IsNullOrEmpty(schema) ? null : schema, name));

    // The server changes no table whose rows it has still to check at the end of the transaction.
    private void CheckWhatIsPending()
    {
        if (!_mayHavePendingChecks)
            return;
        _mayHavePendingChecks = false;
        var deferred = State.Tables.Values
            .SelectMany(t => t.ForeignKeys.Where(k => k.Annotations[OperationAnnotations.Deferrable] is string when && when.EndsWith("INITIALLY DEFERRED", StringComparison.Ordinal)).Select(k => SqlText.Quote(t.Name with { Name = k.Name })))
            .Distinct().ToList();
        if (deferred.Count == 0)
            return;
        _statements.Add(new($"SET CONSTRAINTS {string.Join(", ", deferred)} IMMEDIATE", "check what waits for the end"));
        _statements.Add(new($"SET CONSTRAINTS {string.Join(", ", deferred)} DEFERRED", "check what waits for the end"));
    }

    /// <summary>What an operation is, for people.</summary>
    public static string Kind(MigrationOperation operation) => operation.GetType().Name.Replace("Operation", "", StringComparison.Ordinal);
}
