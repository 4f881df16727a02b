using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Diff;

/// <summary>The database itself: schemas, collation, facets.</summary>
internal sealed class DatabaseDiff(DiffRun run)
{
    /// <summary>Compares them.</summary>
    public void Compare()
    {
        var (from, to) = (run.Match.From, run.Match.To);
        foreach (var schema in to.Schemas.Except(from.Schemas))
            run.Operations.Add(Stage.EnsureSchemas, new EnsureSchemaOperation { Name = schema });
        foreach (var schema in from.Schemas.Except(to.Schemas))
            run.Operations.Add(Stage.DropSchemas, new DropSchemaOperation { Name = schema });
        if (from.Collation == to.Collation && from.Annotations.Equals(to.Annotations))
            return;
        var alter = new AlterDatabaseOperation { Collation = to.Collation };
        alter.Annotate(to.Annotations);
        alter.OldDatabase.Collation = from.Collation;
        alter.OldDatabase.Annotate(from.Annotations);
        run.Operations.Add(Stage.AlterDatabase, alter);
    }
}
