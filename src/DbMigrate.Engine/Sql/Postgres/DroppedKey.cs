using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>A key that an operation drops.</summary>
/// <param name="Index">The place of the operation.</param>
/// <param name="Kind">The kind of key, by the operation that adds such a one.</param>
/// <param name="Table">The table as it is called by now.</param>
/// <param name="Name">The key's name.</param>
internal sealed record DroppedKey(int Index, System.Type Kind, ObjectName Table, string Name)
{
    /// <summary>Whether an operation drops one.</summary>
    public static bool Is(MigrationOperation operation) => operation is DropPrimaryKeyOperation or DropUniqueConstraintOperation or DropForeignKeyOperation;

    /// <summary>What an operation that drops one drops.</summary>
    public static DroppedKey Of(MigrationOperation operation, int index, ObjectName table) => operation switch
    {
        DropPrimaryKeyOperation drop => new(index, typeof(AddPrimaryKeyOperation), table, drop.Name),
        DropUniqueConstraintOperation drop => new(index, typeof(AddUniqueConstraintOperation), table, drop.Name),
        _ => new(index, typeof(AddForeignKeyOperation), table, ((DropForeignKeyOperation)operation).Name),
    };

    /// <summary>The key in a table that is its table, with another name; null for none.</summary>
    public object? In(Table table, string name, string newName)
    {
        if (Kind == typeof(AddForeignKeyOperation))
            return table.ForeignKeys.FirstOrDefault(k => k.Name == name) is { } key ? key with { Name = newName } : null;
        var found = Kind == typeof(AddPrimaryKeyOperation) ? table.PrimaryKey : table.UniqueConstraints.FirstOrDefault(k => k.Name == name);
        return found?.Name == name ? found with { Name = newName } : null;
    }

    /// <summary>The table without it.</summary>
    public Table Without(Table table) => Kind == typeof(AddForeignKeyOperation) ? table with { ForeignKeys = table.ForeignKeys.RemoveAll(k => k.Name == Name) }
        : Kind == typeof(AddPrimaryKeyOperation) ? table with { PrimaryKey = null }
        : table with { UniqueConstraints = table.UniqueConstraints.RemoveAll(k => k.Name == Name) };

    /// <summary>Whether it is on a column, or points to it.</summary>
    public bool Uses(Table own, ObjectName table, string column) => In(own, Name, Name) switch
    {
        ForeignKey key => (Table == table && key.Columns.Contains(column)) || (key.PrincipalTable == table && key.PrincipalColumns.Contains(column)),
        Key key => Table == table && key.Columns.Contains(column),
        _ => true,
    };
}
