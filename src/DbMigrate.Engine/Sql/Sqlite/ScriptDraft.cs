using System;
using System.Collections.Generic;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Sql.Sqlite;

/// <summary>A script while it is written: the schema at that point, the statements so far, and what is gathered for later ones.</summary>
internal sealed class ScriptDraft
{
    private readonly Replayer _replayer;
    private readonly List<SqlStatement> _statements = [];

    /// <summary>Starts a script.</summary>
    /// <param name="traits">The provider's traits.</param>
    /// <param name="actual">What the database has before.</param>
    public ScriptDraft(ProviderTraits traits, SchemaState actual)
    {
        _replayer = new(traits);
        Traits = traits;
        State = actual;
        Stored = new(actual);
        Pending = new(_statements, Stored);
    }

    /// <summary>The provider's traits.</summary>
    public ProviderTraits Traits { get; }

    /// <summary>The schema with everything up to here, gathered changes included.</summary>
    public SchemaState State { get; private set; }

    /// <summary>The texts that the database keeps for its tables.</summary>
    public StoredTables Stored { get; }

    /// <summary>What is gathered.</summary>
    public PendingTables Pending { get; }

    /// <summary>Whether foreign keys must be off for another reason than a rebuild.</summary>
    public bool DropsReferenced { get; set; }

    /// <summary>Adds an operation to the schema.</summary>
    /// <param name="operation">The operation.</param>
    public void Advance(MigrationOperation operation) => State = _replayer.Apply(State, [operation]);

    /// <summary>Adds a statement.</summary>
    /// <param name="statement">The statement.</param>
    public void Write(SqlStatement statement) => _statements.Add(statement);

    /// <summary>Adds a statement.</summary>
    /// <param name="sql">Its text.</param>
    /// <param name="purpose">What it belongs to.</param>
    public void Write(string sql, string purpose) => _statements.Add(new(sql, purpose));

    /// <summary>The whole script, with everything that was gathered.</summary>
    public SqlScript Finish()
    {
        Pending.FlushAll(State);
        _statements.AddRange(Pending.Guards.Statements(State));
        return new(_statements, new Lazy<SchemaState>(() => Stored.AddTo(State))) { HasRebuild = Pending.HasRebuild || DropsReferenced };
    }
}
