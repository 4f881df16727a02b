using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>What EF Core's foreign keys have no place for.</summary>
internal static class ConstraintText
{
    /// <summary>Makes a foreign key deferrable where it says so.</summary>
    public static void Complete(ScriptDraft draft, AddForeignKeyOperation key, string? schema, string table)
    {
        if (key.FindAnnotation(OperationAnnotations.Deferrable)?.Value is string deferrable)
            draft.Write($"ALTER TABLE {ScriptDraft.Quote(schema, table)} ALTER CONSTRAINT {SqlText.Quote(key.Name!)} {deferrable}", $"AddForeignKey {table}.{key.Name}: deferrable");
    }
}
