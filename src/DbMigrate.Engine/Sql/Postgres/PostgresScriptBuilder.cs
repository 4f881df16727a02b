using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>
/// Walks over the operations of one revision with the schema at hand. Most statements are the provider's own; what
/// it would get wrong on a filled database is written here. Use one for one script.
/// </summary>
internal sealed class PostgresScriptBuilder
{
    private readonly ScriptDraft _draft;
    private readonly ColumnChanges _columns;
    private readonly DatabaseChanges _database;
    private readonly MoveText _moves;
    private readonly SequenceText _sequences;
    private readonly DataText _data;
    private readonly Dependants _dependants;

    /// <summary>Creates a builder.</summary>
    /// <param name="traits">The provider's traits.</param>
    /// <param name="actual">What the database has before.</param>
    /// <param name="generator">The provider's generator.</param>
    public PostgresScriptBuilder(ProviderTraits traits, SchemaState actual, ProviderGenerator generator)
    {
        _draft = new(traits, actual, generator);
        _dependants = new(_draft);
        _columns = new(_draft, _dependants);
        _database = new(_draft, _dependants);
        _moves = new(_draft);
        _sequences = new(_draft);
        _data = new(_draft);
    }

    /// <summary>The script.</summary>
    /// <param name="operations">The operations.</param>
    public SqlScript Build(IReadOnlyList<MigrationOperation> operations)
    {
        var renames = ConstraintRenames.Of(operations, _draft.State, _draft.Traits);
        var own = new OwnDrops(_draft, operations);
        foreach (var (operation, i) in operations.Select((o, i) => (o, i)))
        {
            if (operation is not (AlterColumnOperation or AlterDatabaseOperation))
                _dependants.Restore();
            own.Before(i);
            if (renames.NameBefore(i) is { } name)
                ConstraintText.Rename(_draft, operation, name);
            else if (!renames.IsKept(i))
                Handle(operation);
            own.After(i);
            _draft.Advance(operation);
        }

        _dependants.Restore();
        return _draft.Finish();
    }

    private void Handle(MigrationOperation operation)
    {
        switch (operation)
        {
            case AddColumnOperation add:
                _columns.Add(add);
                break;
            case AlterColumnOperation alter:
                _columns.Alter(alter);
                break;
            case AlterDatabaseOperation alter:
                _database.Alter(alter);
                break;
            case AlterSequenceOperation alter:
                _sequences.Alter(alter);
                break;
            case RestartSequenceOperation restart:
                _sequences.Restart(restart);
                break;
            case RenameTableOperation rename:
                _moves.Rename(rename);
                break;
            case RenameSequenceOperation rename:
                _moves.Rename(rename);
                break;
            case CreateTableOperation create:
                _draft.Generate(TableCopy.Create(create), $"CreateTable {create.Name}");
                foreach (var key in TableCopy.Repeated(create))
                    _draft.Generate(key, $"CreateTable {create.Name}: unique constraint {key.Name}, on the columns of another key");
                foreach (var key in create.ForeignKeys)
                    ConstraintText.Complete(_draft, key, create.Schema, create.Name);
                break;
            case CreateIndexOperation index when TsVector.Is(index):
                _draft.Write(TsVector.Index(index, _draft.Table(index.Schema, index.Table)?.Columns ?? []), Purpose(index));
                break;
            case AddForeignKeyOperation add:
                _draft.Generate(add, $"AddForeignKey {add.Table}.{add.Name}");
                ConstraintText.Complete(_draft, add, add.Schema, add.Table);
                break;
            case InsertDataOperation insert:
                _data.Insert(insert);
                break;
            case UpdateDataOperation update:
                _data.Update(update);
                break;
            case DeleteDataOperation delete:
                _data.Delete(delete);
                break;
            case SqlOperation sql:
                Write(sql);
                break;
            default:
                _draft.Generate(operation, Purpose(operation));
                break;
        }
    }

    // SQL of unknown meaning may change rows, and may count on foreign keys that wait.
    private void Write(SqlOperation operation)
    {
        var statement = new SqlStatement(operation.Sql.Trim().TrimEnd(';'), "Sql") { SuppressTransaction = operation.SuppressTransaction || Untransacted.Is(operation.Sql) };
        if (_draft.Traits.Statements(operation.Sql).Count > 0)
            _draft.Write(statement);
        else
            _draft.WriteRows(statement);
    }

    private static string Purpose(MigrationOperation operation)
    {
        var name = operation switch
        {
            CreateIndexOperation index => index.Name,
            DropIndexOperation index => index.Name,
            RenameIndexOperation index => index.Name,
            DropColumnOperation column => $"{column.Table}.{column.Name}",
            RenameColumnOperation column => $"{column.Table}.{column.Name}",
            ITableMigrationOperation table => table.Table,
            SequenceOperation sequence => (sequence as CreateSequenceOperation)?.Name ?? (sequence as AlterSequenceOperation)?.Name,
            DropSequenceOperation sequence => sequence.Name,
            EnsureSchemaOperation schema => schema.Name,
            DropSchemaOperation schema => schema.Name,
            _ => null,
        };
        return ScriptDraft.Kind(operation) + (name is null ? "" : " " + name);
    }
}
