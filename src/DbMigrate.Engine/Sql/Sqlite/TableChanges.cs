using System;
using System.Collections.Generic;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Sql.Sqlite;

/// <summary>Tables: created, dropped, renamed, and changed in ways that need a rebuild.</summary>
internal sealed class TableChanges(ScriptDraft draft)
{
    /// <summary>Gathers a new table, so that what is added to it becomes part of it.</summary>
    /// <param name="operation">The operation.</param>
    public void Create(CreateTableOperation operation)
    {
        draft.Advance(operation);
        draft.Pending.StartCreation(operation.Name);
    }

    /// <summary>Drops a table.</summary>
    /// <param name="operation">The operation.</param>
    public void Drop(DropTableOperation operation)
    {
        ObjectName name = operation.Name;
        draft.Pending.FlushReaders(draft.State, name);
        var isPhysical = draft.Pending.Find(name) is not { Physical: null };

        // With foreign keys on, dropping deletes the rows first, and those that point to them with it.
        draft.DropsReferenced |= isPhysical && draft.Pending.IsReferenced(draft.State, name);
        draft.Pending.Discard(name);
        draft.Stored.Drop(name);
        draft.Advance(operation);
        if (isPhysical)
            draft.Write("DROP TABLE " + SqlText.Quote(operation.Name), "DropTable " + name);
    }

    /// <summary>Renames a table.</summary>
    /// <param name="operation">The operation.</param>
    public void Rename(RenameTableOperation operation)
    {
        ObjectName from = operation.Name, to = operation.NewName ?? operation.Name;
        PrepareRename(from);
        draft.Advance(operation);
        if (from == to)
            return;
        var purpose = $"RenameTable {from} to {to}";
        var source = from.Name;
        if (from.Name.Equals(to.Name, StringComparison.OrdinalIgnoreCase))
        {
            // SQLite takes names that differ in case only for the same.
            source = "_dbm_case_" + to.Name;
            draft.Write($"ALTER TABLE {SqlText.Quote(from.Name)} RENAME TO {SqlText.Quote(source)}", purpose);
        }

        draft.Write($"ALTER TABLE {SqlText.Quote(source)} RENAME TO {SqlText.Quote(to.Name)}", purpose);
        draft.Pending.RenameTable(from, to);
    }

    /// <summary>Applies an operation for which the table must be rebuilt; null where it changes nothing that the database has.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="tableName">Its table.</param>
    /// <param name="isDrop">Whether it drops something.</param>
    public PendingTable? Rebuild(MigrationOperation operation, string tableName, bool isDrop)
    {
        ObjectName name = tableName;
        var before = draft.State.Tables.GetValueOrDefault(name);
        draft.Advance(operation);
        if (before is null || IsSame(before, draft.State.Tables[name]))
            return null;
        var pending = draft.Pending.Start(before);
        if (pending.Physical is not null)
            pending.RequireRebuild(isDrop);
        return pending;
    }

    /// <summary>Writes what must be in the database before a table or one of its columns gets another name.</summary>
    /// <param name="table">The table.</param>
    public void PrepareRename(ObjectName table)
    {
        draft.Pending.FlushCreations(draft.State);
        if (draft.Pending.Find(table) is { } pending && !(pending.Native is null && pending.HasOnlyDrops))
            draft.Pending.Flush(draft.State, table);
    }

    // Hints and seeds are not in the database.
    private static bool IsSame(Table left, Table right)
        => left.Columns.Equals(right.Columns) && Equals(left.PrimaryKey, right.PrimaryKey) && left.Comment == right.Comment
            && left.UniqueConstraints.Equals(right.UniqueConstraints) && left.ForeignKeys.Equals(right.ForeignKeys)
            && left.Checks.Equals(right.Checks) && left.Annotations.Equals(right.Annotations);
}
