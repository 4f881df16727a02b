using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Sql.Sqlite;

/// <summary>Columns: added, altered, renamed and dropped, in place where SQLite can.</summary>
internal sealed class ColumnChanges(ScriptDraft draft, TableChanges tables)
{
    /// <summary>Adds a column.</summary>
    /// <param name="operation">The operation.</param>
    public void Add(AddColumnOperation operation)
    {
        ObjectName name = operation.Table;
        var before = draft.State.Tables.GetValueOrDefault(name);
        draft.Advance(operation);
        if (before is null || draft.State.Tables[name].FindColumn(operation.Name) is not { } column)
            return;
        var pending = draft.Pending.Start(before);
        var fill = FillOf(operation);
        pending.AddColumn(column.Name, fill);
        if (fill is null && NativeAlter.CanAdd(column))
            pending.Add(new($"ALTER TABLE {SqlText.Quote(name.Name)} ADD {ColumnText.Write(column)}", $"AddColumn {name}.{column.Name}"));
        else
            pending.RequireRebuild(isDrop: false);
    }

    /// <summary>Alters a column.</summary>
    /// <param name="operation">The operation.</param>
    public void Alter(AlterColumnOperation operation)
        => tables.Rebuild(operation, operation.Table, isDrop: false)?.Fill(operation.Name, FillOf(operation));

    /// <summary>Drops a column.</summary>
    /// <param name="operation">The operation.</param>
    public void Drop(DropColumnOperation operation)
    {
        ObjectName name = operation.Table;
        draft.Pending.FlushReaders(draft.State, name);
        var before = draft.State;
        draft.Advance(operation);
        if (!before.Tables.TryGetValue(name, out var table))
            return;
        var pending = draft.Pending.Start(table);
        pending.DropColumn(operation.Name);
        if (NativeAlter.CanDrop(before, table, operation.Name))
            pending.Add(new($"ALTER TABLE {SqlText.Quote(name.Name)} DROP COLUMN {SqlText.Quote(operation.Name)}", $"DropColumn {name}.{operation.Name}"));
        else
            pending.RequireRebuild(isDrop: true);
    }

    /// <summary>Renames a column.</summary>
    /// <param name="operation">The operation.</param>
    public void Rename(RenameColumnOperation operation)
    {
        ObjectName table = operation.Table;
        tables.PrepareRename(table);
        if (draft.Pending.Find(table)?.Physical is { } physical && !CanRename(physical, operation))
            draft.Pending.Flush(draft.State, table);
        draft.Advance(operation);
        draft.Write(
            $"ALTER TABLE {SqlText.Quote(operation.Table)} RENAME COLUMN {SqlText.Quote(operation.Name)} TO {SqlText.Quote(operation.NewName)}",
            $"RenameColumn {table}.{operation.Name} to {operation.NewName}");
        draft.Pending.RenameColumn(table, operation.Name, operation.NewName);
    }

    // The old name of a column whose drop is gathered is still taken.
    private static bool CanRename(Table physical, RenameColumnOperation operation)
        => !physical.Columns.Any(c => c.Name != operation.Name && c.Name.Equals(operation.NewName, StringComparison.OrdinalIgnoreCase));

    private string? FillOf(ColumnOperation operation)
    {
        if (operation.FindAnnotation(OperationAnnotations.Fill)?.Value is not true)
            return null;
        return operation.DefaultValue is { } value
            ? draft.Traits.Literal(value, operation.ColumnType ?? draft.Traits.StoreType(operation) ?? "")
            : operation.DefaultValueSql;
    }
}
