using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Sql.Sqlite;

/// <summary>Indexes: created, dropped and, where SQLite knows no rename, both.</summary>
internal sealed class IndexChanges(ScriptDraft draft)
{
    /// <summary>Creates an index.</summary>
    /// <param name="operation">The operation.</param>
    public void Create(CreateIndexOperation operation)
    {
        draft.Advance(operation);
        Create(operation.Table, operation.Name);
    }

    /// <summary>Drops an index.</summary>
    /// <param name="operation">The operation.</param>
    public void Drop(DropIndexOperation operation) => Drop(operation, operation.Name);

    /// <summary>Renames an index.</summary>
    /// <param name="operation">The operation.</param>
    public void Rename(RenameIndexOperation operation) => Create(Drop(operation, operation.Name), operation.NewName);

    private void Create(ObjectName table, string name)
    {
        if (draft.State.Tables.GetValueOrDefault(table)?.Indexes.FirstOrDefault(i => i.Name == name) is not { } index)
            return;
        SqlStatement statement = new(TableText.Create(table.Name, index), "CreateIndex " + name);
        if (draft.Pending.Find(table) is { } pending)
            pending.Add(statement);
        else
            draft.Write(statement);
    }

    private ObjectName Drop(MigrationOperation operation, string name)
    {
        ObjectName table = draft.State.Tables.Values.FirstOrDefault(t => t.Indexes.Any(i => i.Name == name))?.Name ?? "";
        draft.Advance(operation);
        SqlStatement statement = new("DROP INDEX " + SqlText.Quote(name), "DropIndex " + name);

        // What the database has is dropped at once, so that its name is free for another table's index.
        if (draft.Pending.Find(table) is { } pending && !pending.DropIndex(name))
            pending.Add(statement);
        else
            draft.Write(statement);
        return table;
    }
}
