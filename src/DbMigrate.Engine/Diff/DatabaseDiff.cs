using DbMigrate.Engine.Schema;
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

        // Columns go to other types before the types go.
        var passing = to.Annotations.WithMissing(from.Annotations);
        Alter(Stage.AlterDatabase, from, to with { Annotations = passing });
        Alter(Stage.DropObsoleteTypes, to with { Annotations = passing }, to);
    }

    private void Alter(Stage stage, SchemaState from, SchemaState to)
    {
        if (from.Collation == to.Collation && from.Annotations.Equals(to.Annotations))
            return;
        var alter = new AlterDatabaseOperation { Collation = to.Collation };
        alter.Annotate(to.Annotations);
        alter.OldDatabase.Collation = from.Collation;
        alter.OldDatabase.Annotate(from.Annotations);
        run.Operations.Add(stage, alter);
    }
}
