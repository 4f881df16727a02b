using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using DbMigrate.Revisions.Errors;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Sql.Sqlite;

/// <summary>
/// Walks over the operations of one revision with the schema at hand, writes what SQLite does natively and gathers
/// the rest for rebuilds. Use one for one script.
/// </summary>
internal sealed class SqliteScriptBuilder
{
    private readonly ProviderTraits _traits;
    private readonly Replayer _replayer;
    private readonly DataText _data;
    private readonly List<SqlStatement> _statements = [];
    private readonly PendingTables _pending;
    private SchemaState _state;
    private bool _dropsReferenced;

    /// <summary>Creates a builder.</summary>
    /// <param name="traits">The provider's traits.</param>
    /// <param name="actual">What the database has before.</param>
    public SqliteScriptBuilder(ProviderTraits traits, SchemaState actual)
    {
        _traits = traits;
        _replayer = new(traits);
        _data = new(traits);
        _pending = new(_statements);
        _state = actual;
    }

    /// <summary>The script.</summary>
    /// <param name="operations">The operations; only read.</param>
    public SqlScript Build(IReadOnlyList<MigrationOperation> operations)
    {
        foreach (var operation in operations)
            Handle(operation);
        _pending.FlushAll(_state);
        return new(_statements, _state) { HasRebuild = _pending.HasRebuild || _dropsReferenced };
    }

    private void Handle(MigrationOperation operation)
    {
        switch (operation)
        {
            case CreateTableOperation create:
                Advance(create);
                _pending.StartCreation(create.Name);
                break;
            case DropTableOperation drop:
                DropTable(drop);
                break;
            case RenameTableOperation rename:
                RenameTable(rename);
                break;
            case AlterTableOperation alter:
                Rebuild(alter, alter.Name, isDrop: false);
                break;
            case AddColumnOperation add:
                AddColumn(add);
                break;
            case DropColumnOperation drop:
                DropColumn(drop);
                break;
            case AlterColumnOperation alter:
                Rebuild(alter, alter.Table, isDrop: false)?.Fill(alter.Name, FillOf(alter));
                break;
            case RenameColumnOperation rename:
                RenameColumn(rename);
                break;
            case AddPrimaryKeyOperation or AddUniqueConstraintOperation or AddForeignKeyOperation or AddCheckConstraintOperation:
                Rebuild(operation, ((ITableMigrationOperation)operation).Table, isDrop: false);
                break;
            case DropPrimaryKeyOperation or DropUniqueConstraintOperation or DropForeignKeyOperation or DropCheckConstraintOperation:
                Rebuild(operation, ((ITableMigrationOperation)operation).Table, isDrop: true);
                break;
            case CreateIndexOperation create:
                CreateIndex(create, create.Table, create.Name);
                break;
            case DropIndexOperation drop:
                DropIndex(drop, drop.Name);
                break;
            case RenameIndexOperation rename:
                CreateIndex(rename, DropIndex(rename, rename.Name), rename.NewName);
                break;
            case InsertDataOperation or UpdateDataOperation or DeleteDataOperation:
                Data(operation);
                break;
            case SqlOperation sql:
                _pending.FlushAll(_state);
                Advance(sql);
                _statements.Add(new(Terminable(sql.Sql), "Sql") { SuppressTransaction = sql.SuppressTransaction });
                break;
            case EnsureSchemaOperation or DropSchemaOperation or AlterDatabaseOperation:
                Advance(operation);
                break;
            default:
                throw NotSupported(operation);
        }
    }

    private void Advance(MigrationOperation operation) => _state = _replayer.Apply(_state, [operation]);

    private void Write(string sql, string purpose) => _statements.Add(new(sql, purpose));

    /// <summary>Applies an operation for which the table must be rebuilt; null where it changes nothing that the database has.</summary>
    private PendingTable? Rebuild(MigrationOperation operation, string tableName, bool isDrop)
    {
        ObjectName name = tableName;
        var before = _state.Tables.GetValueOrDefault(name);
        Advance(operation);
        if (before is null || IsSame(before, _state.Tables[name]))
            return null;
        var pending = _pending.Start(before);
        if (pending.Physical is not null)
            pending.RequireRebuild(isDrop);
        return pending;
    }

    // Hints and seeds are not in the database.
    private static bool IsSame(Table left, Table right)
        => left.Columns.Equals(right.Columns) && Equals(left.PrimaryKey, right.PrimaryKey) && left.Comment == right.Comment
            && left.UniqueConstraints.Equals(right.UniqueConstraints) && left.ForeignKeys.Equals(right.ForeignKeys)
            && left.Checks.Equals(right.Checks) && left.Annotations.Equals(right.Annotations);

    private void DropTable(DropTableOperation operation)
    {
        ObjectName name = operation.Name;
        var isPhysical = _pending.Find(name) is not { Physical: null };

        // With foreign keys on, dropping deletes the rows first, and those that point to them with it.
        _dropsReferenced |= isPhysical && _pending.IsReferenced(_state, name);
        _pending.Discard(name);
        Advance(operation);
        if (isPhysical)
            Write("DROP TABLE " + SqlText.Quote(operation.Name), "DropTable " + name);
    }

    private void RenameTable(RenameTableOperation operation)
    {
        ObjectName from = operation.Name, to = operation.NewName ?? operation.Name;
        PrepareRename(from);
        Advance(operation);
        if (from == to)
            return;
        var purpose = $"RenameTable {from} to {to}";
        var source = from.Name;
        if (from.Name.Equals(to.Name, StringComparison.OrdinalIgnoreCase))
        {
            // SQLite takes names that differ in case only for the same.
            source = "_dbm_case_" + to.Name;
            Write($"ALTER TABLE {SqlText.Quote(from.Name)} RENAME TO {SqlText.Quote(source)}", purpose);
        }

        Write($"ALTER TABLE {SqlText.Quote(source)} RENAME TO {SqlText.Quote(to.Name)}", purpose);
        _pending.RenameTable(from, to);
    }

    private void RenameColumn(RenameColumnOperation operation)
    {
        ObjectName table = operation.Table;
        PrepareRename(table);
        if (_pending.Find(table)?.Physical is { } physical && !CanRename(physical, operation))
            _pending.Flush(_state, table);
        Advance(operation);
        Write(
            $"ALTER TABLE {SqlText.Quote(operation.Table)} RENAME COLUMN {SqlText.Quote(operation.Name)} TO {SqlText.Quote(operation.NewName)}",
            $"RenameColumn {table}.{operation.Name} to {operation.NewName}");
        _pending.Find(table)?.RenameColumn(operation.Name, operation.NewName);
    }

    // The old name of a column whose drop is gathered is still taken.
    private static bool CanRename(Table physical, RenameColumnOperation operation)
        => !physical.Columns.Any(c => c.Name != operation.Name && c.Name.Equals(operation.NewName, StringComparison.OrdinalIgnoreCase));

    private void PrepareRename(ObjectName table)
    {
        _pending.FlushCreations(_state);
        if (_pending.Find(table) is { } pending && !(pending.Native is null && pending.HasOnlyDrops))
            _pending.Flush(_state, table);
    }

    private void AddColumn(AddColumnOperation operation)
    {
        ObjectName name = operation.Table;
        var before = _state.Tables.GetValueOrDefault(name);
        Advance(operation);
        if (before is null || _state.Tables[name].FindColumn(operation.Name) is not { } column)
            return;
        var pending = _pending.Start(before);
        var fill = FillOf(operation);
        pending.AddColumn(column.Name, fill);
        if (fill is null && NativeAlter.CanAdd(column))
            pending.Add(new($"ALTER TABLE {SqlText.Quote(name.Name)} ADD {ColumnText.Write(column)}", $"AddColumn {name}.{column.Name}"));
        else
            pending.RequireRebuild(isDrop: false);
    }

    private void DropColumn(DropColumnOperation operation)
    {
        ObjectName name = operation.Table;
        var before = _state;
        Advance(operation);
        if (!before.Tables.TryGetValue(name, out var table))
            return;
        var pending = _pending.Start(table);
        pending.DropColumn(operation.Name);
        if (NativeAlter.CanDrop(before, table, operation.Name))
            pending.Add(new($"ALTER TABLE {SqlText.Quote(name.Name)} DROP COLUMN {SqlText.Quote(operation.Name)}", $"DropColumn {name}.{operation.Name}"));
        else
            pending.RequireRebuild(isDrop: true);
    }

    private void CreateIndex(MigrationOperation operation, ObjectName table, string name)
    {
        if (operation is CreateIndexOperation)
            Advance(operation);
        if (_state.Tables.GetValueOrDefault(table)?.Indexes.FirstOrDefault(i => i.Name == name) is not { } index)
            return;
        SqlStatement statement = new(TableText.Create(table.Name, index), "CreateIndex " + name);
        if (_pending.Find(table) is { } pending)
            pending.Add(statement);
        else
            _statements.Add(statement);
    }

    private ObjectName DropIndex(MigrationOperation operation, string name)
    {
        ObjectName table = _state.Tables.Values.FirstOrDefault(t => t.Indexes.Any(i => i.Name == name))?.Name ?? "";
        Advance(operation);
        SqlStatement statement = new("DROP INDEX " + SqlText.Quote(name), "DropIndex " + name);

        // What the database has is dropped at once, so that its name is free for another table's index.
        if (_pending.Find(table) is { } pending && !pending.DropIndex(name))
            pending.Add(statement);
        else
            _statements.Add(statement);
        return table;
    }

    private void Data(MigrationOperation operation)
    {
        _pending.FlushAll(_state);
        var table = _state.Tables.GetValueOrDefault(((ITableMigrationOperation)operation).Table);
        Advance(operation);
        var texts = operation switch
        {
            InsertDataOperation insert => [_data.Insert(table, insert)],
            UpdateDataOperation update => _data.Update(table, update),
            DeleteDataOperation delete => _data.Delete(table, delete),
            _ => throw NotSupported(operation),
        };
        foreach (var text in texts)
            Write(text, operation.GetType().Name.Replace("Operation", "", StringComparison.Ordinal) + " " + table?.Name);
    }

    private string? FillOf(ColumnOperation operation)
    {
        if (operation.FindAnnotation(OperationAnnotations.Fill)?.Value is not true)
            return null;
        return operation.DefaultValue is { } value
            ? _traits.Literal(value, operation.ColumnType ?? _traits.StoreType(operation) ?? "")
            : operation.DefaultValueSql;
    }

    // A terminator behind a comment would be part of it.
    private static string Terminable(string sql)
    {
        var text = sql.TrimEnd().TrimEnd(';').TrimEnd();
        var lastLine = text[(text.LastIndexOf('\n') + 1)..];
        return lastLine.Contains("--", StringComparison.Ordinal) ? text + "\n" : text;
    }

    private static DbMigrateException NotSupported(MigrationOperation operation)
        => ErrorCatalogue.NotSupportedByProvider.Error($"SQLite has nothing for {operation.GetType().Name.Replace("Operation", "", StringComparison.Ordinal)}.");
}
