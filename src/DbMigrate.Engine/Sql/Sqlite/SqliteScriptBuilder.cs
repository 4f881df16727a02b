using System;
using System.Collections.Generic;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;
using DbMigrate.Revisions.Errors;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Sql.Sqlite;

/// <summary>
/// Walks over the operations of one revision with the schema at hand, writes what SQLite does natively and gathers
/// the rest for rebuilds. Use one for one script.
/// </summary>
internal sealed class SqliteScriptBuilder
{
    private readonly ScriptDraft _draft;
    private readonly TableChanges _tables;
    private readonly ColumnChanges _columns;
    private readonly IndexChanges _indexes;
    private readonly DataText _data;

    /// <summary>Creates a builder.</summary>
    /// <param name="traits">The provider's traits.</param>
    /// <param name="actual">What the database has before.</param>
    public SqliteScriptBuilder(ProviderTraits traits, SchemaState actual)
    {
        _draft = new(traits, actual);
        _tables = new(_draft);
        _columns = new(_draft, _tables);
        _indexes = new(_draft);
        _data = new(traits);
    }

    /// <summary>The script.</summary>
    /// <param name="operations">The operations; only read.</param>
    public SqlScript Build(IReadOnlyList<MigrationOperation> operations)
    {
        foreach (var operation in operations)
            Handle(operation);
        return _draft.Finish();
    }

    private void Handle(MigrationOperation operation)
    {
        switch (operation)
        {
            case CreateTableOperation create:
                _tables.Create(create);
                break;
            case DropTableOperation drop:
                _tables.Drop(drop);
                break;
            case RenameTableOperation rename:
                _tables.Rename(rename);
                break;
            case AlterTableOperation alter:
                _tables.Rebuild(alter, alter.Name, isDrop: false);
                break;
            case AddColumnOperation add:
                _columns.Add(add);
                break;
            case AlterColumnOperation alter:
                _columns.Alter(alter);
                break;
            case DropColumnOperation drop:
                _columns.Drop(drop);
                break;
            case RenameColumnOperation rename:
                _columns.Rename(rename);
                break;
            case AddPrimaryKeyOperation or AddUniqueConstraintOperation or AddForeignKeyOperation or AddCheckConstraintOperation:
                _tables.Rebuild(operation, ((ITableMigrationOperation)operation).Table, isDrop: false);
                break;
            case DropPrimaryKeyOperation or DropUniqueConstraintOperation or DropForeignKeyOperation or DropCheckConstraintOperation:
                _tables.Rebuild(operation, ((ITableMigrationOperation)operation).Table, isDrop: true);
                break;
            case CreateIndexOperation create:
                _indexes.Create(create);
                break;
            case DropIndexOperation drop:
                _indexes.Drop(drop);
                break;
            case RenameIndexOperation rename:
                _indexes.Rename(rename);
                break;
            case InsertDataOperation insert:
                Data(insert, insert.Table, table => [_data.Insert(table, insert)]);
                break;
            case UpdateDataOperation update:
                Data(update, update.Table, table => _data.Update(table, update));
                break;
            case DeleteDataOperation delete:
                Data(delete, delete.Table, table => _data.Delete(table, delete));
                break;
            case SqlOperation sql:
                Sql(sql);
                break;
            case EnsureSchemaOperation or DropSchemaOperation or AlterDatabaseOperation:
                _draft.Advance(operation);
                break;
            default:
                throw ErrorCatalogue.NotSupportedByProvider.Error($"SQLite has nothing for {Kind(operation)}.");
        }
    }

    // Any gathered change may be to a table that the rows' triggers, checks or foreign keys look at.
    private void Data(MigrationOperation operation, string tableName, Func<Table?, IEnumerable<string>> write)
    {
        _draft.Pending.FlushAll(_draft.State);
        _draft.State.Tables.TryGetValue(tableName, out var table);
        _draft.Advance(operation);
        foreach (var text in write(table))
            _draft.Write(text, $"{Kind(operation)} {tableName}");
    }

    private void Sql(SqlOperation operation)
    {
        _draft.Pending.FlushAll(_draft.State);
        _draft.Advance(operation);
        _draft.Pending.NoteSql(operation.Sql);
        _draft.Write(new(Terminable(operation.Sql), "Sql") { SuppressTransaction = operation.SuppressTransaction || new SqlCursor(operation.Sql).TakeIf("VACUUM") });
    }

    // A terminator behind a comment would be part of it.
    private static string Terminable(string sql)
    {
        var text = sql.TrimEnd().TrimEnd(';').TrimEnd();
        var lastLine = text[(text.LastIndexOf('\n') + 1)..];
        return lastLine.Contains("--", StringComparison.Ordinal) ? text + "\n" : text;
    }

    private static string Kind(MigrationOperation operation) => operation.GetType().Name.Replace("Operation", "", StringComparison.Ordinal);
}
