using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Replay;

/// <summary>The database itself and its schemas.</summary>
internal static class DatabaseReplay
{
    public static bool TryApply(ReplaySession session, MigrationOperation operation)
    {
        switch (operation)
        {
            case AlterDatabaseOperation alter:
                session.Annotations = PlainAnnotations.Change(session.Annotations, alter.OldDatabase, alter);
                if (session.Traits.HasDatabaseCollation && alter.Collation != alter.OldDatabase.Collation)
                    session.Collation = alter.Collation;
                return true;
            case EnsureSchemaOperation ensure:
                if (session.Traits.HasSchemas && ensure.Name != session.Traits.DefaultSchema)
                    session.Schemas = session.Schemas.Add(ensure.Name);
                return true;
            case DropSchemaOperation drop:
                session.Schemas = session.Schemas.Remove(drop.Name);
                return true;
            default:
                return false;
        }
    }
}
