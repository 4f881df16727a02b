using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>What EF Core's foreign keys have no place for.</summary>
internal static class ConstraintText
{
    /// <summary>Gives a key of a table the name that an operation would add it under.</summary>
    /// <param name="draft">The script.</param>
    /// <param name="add">The operation.</param>
    /// <param name="name">The name that the key has.</param>
    public static void Rename(ScriptDraft draft, MigrationOperation add, string name)
    {
        var (table, newName) = ((ITableMigrationOperation)add, KeptKeys.NameOf(add)!);
        draft.Write($"ALTER TABLE {ScriptDraft.Quote(table.Schema, table.Table)} RENAME CONSTRAINT {SqlText.Quote(name)} TO {SqlText.Quote(newName)}", $"{ScriptDraft.Kind(add)} {table.Table}.{newName}: it is {name}");
    }

    /// <summary>Makes a foreign key deferrable where it says so.</summary>
    public static void Complete(ScriptDraft draft, AddForeignKeyOperation key, string? schema, string table)
    {
        if (key.FindAnnotation(OperationAnnotations.Deferrable)?.Value is string deferrable)
            draft.Write($"ALTER TABLE {ScriptDraft.Quote(schema, table)} ALTER CONSTRAINT {SqlText.Quote(key.Name!)} {deferrable}", $"AddForeignKey {table}.{key.Name}: deferrable");
    }
}
