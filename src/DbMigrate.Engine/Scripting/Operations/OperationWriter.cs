using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Scripting.CSharp;
using DbMigrate.Revisions.Errors;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Scripting.Operations;

/// <summary>Writes any of EF's operations as a statement on the migration builder.</summary>
internal sealed class OperationWriter
{
    private readonly TableScripts _tables;
    private readonly ColumnScripts _columns;
    private readonly ConstraintScripts _constraints;
    private readonly IndexScripts _indexes;
    private readonly SequenceScripts _sequences;
    private readonly DatabaseScripts _database;
    private readonly DataScripts _data;

    public OperationWriter(ProviderTraits traits, ScriptUsings usings)
    {
        var scripts = new OperationScripts(traits, usings);
        _tables = new TableScripts(scripts);
        _columns = new ColumnScripts(scripts);
        _constraints = new ConstraintScripts(scripts);
        _indexes = new IndexScripts(scripts);
        _sequences = new SequenceScripts(scripts);
        _database = new DatabaseScripts(scripts);
        _data = new DataScripts(scripts);
    }

    /// <summary>The statement.</summary>
    /// <exception cref="DbMigrateException"><c>NotSupportedByProvider</c> where a script cannot hold the operation.</exception>
    public string Write(MigrationOperation operation)
    {
        try
        {
            return Call(operation) + ";";
        }
        catch (UnwritableTypeException e)
        {
            throw ErrorCatalogue.ValueNotWritable.Error(
                $"A script cannot hold a value of type {e.Type} ({Name(operation)}{(operation is ITableMigrationOperation on ? " on " + on.Table : "")}).", e.Type.ToString());
        }
    }

    private string Call(MigrationOperation operation) => operation switch
    {
        CreateTableOperation o => _tables.Create(o),
        AlterTableOperation o => _tables.Alter(o),
        DropTableOperation o => _tables.Drop(o),
        RenameTableOperation o => _tables.Rename(o),
        AddColumnOperation o => _columns.Add(o),
        AlterColumnOperation o => _columns.Alter(o),
        DropColumnOperation o => _columns.Drop(o),
        RenameColumnOperation o => _columns.Rename(o),
        AddPrimaryKeyOperation o => _constraints.Add(o),
        AddUniqueConstraintOperation o => _constraints.Add(o),
        AddCheckConstraintOperation o => _constraints.Add(o),
        AddForeignKeyOperation o => _constraints.Add(o),
        DropPrimaryKeyOperation o => _constraints.Drop(o),
        DropUniqueConstraintOperation o => _constraints.Drop(o),
        DropForeignKeyOperation o => _constraints.Drop(o),
        DropCheckConstraintOperation o => _constraints.Drop(o),
        CreateIndexOperation o => _indexes.Create(o),
        DropIndexOperation o => _indexes.Drop(o),
        RenameIndexOperation o => _indexes.Rename(o),
        CreateSequenceOperation o => _sequences.Create(o),
        AlterSequenceOperation o => _sequences.Alter(o),
        DropSequenceOperation o => _sequences.Drop(o),
        RenameSequenceOperation o => _sequences.Rename(o),
        RestartSequenceOperation o => _sequences.Restart(o),
        AlterDatabaseOperation o => _database.Alter(o),
        EnsureSchemaOperation o => _database.Ensure(o),
        DropSchemaOperation o => _database.Drop(o),
        SqlOperation o => _database.Sql(o),
        InsertDataOperation o => _data.Insert(o),
        UpdateDataOperation o => _data.Update(o),
        DeleteDataOperation o => _data.Delete(o),
        _ => throw ErrorCatalogue.NotSupportedByProvider.Error($"A script cannot hold an operation of type {Name(operation)}.", Name(operation)),
    };

    private static string Name(MigrationOperation operation) => operation.GetType().Name.Replace("Operation", "", System.StringComparison.Ordinal);
}
