using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Sql.Text;
using DbMigrate.Revisions.Errors;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Providers;

/// <summary>
/// Refuses names that the database would cut without a word. Indexes and constraints are found under what is kept of
/// their names; a table, column, sequence, schema, view or trigger would be another one for every application.
/// </summary>
internal static class LongNames
{
    /// <summary>Looks at the names that operations give.</summary>
    /// <param name="traits">What the database keeps of a name.</param>
    /// <param name="operations">The operations.</param>
    /// <exception cref="DbMigrateException"><c>NotSupportedByProvider</c> with the name and what would become of it.</exception>
    public static void Refuse(ProviderTraits traits, IEnumerable<MigrationOperation> operations)
    {
        foreach (var (kind, name) in operations.SelectMany(o => Given(traits, o)))
        {
            if (traits.KeptName(name) is var kept && kept != name)
            {
                throw ErrorCatalogue.NotSupportedByProvider.Error(
                    $"The {kind} {name} has a name that is too long: the database would call it {kept}.", name, "Give it a shorter name, in the model and in scripts written by hand.");
            }
        }
    }

    private static IEnumerable<(string Kind, string Name)> Given(ProviderTraits traits, MigrationOperation operation) => operation switch
    {
        CreateTableOperation o => o.Columns.Select(c => ("column", c.Name)).Prepend(("table", o.Name)),
        RenameTableOperation { NewName: { } name } => [("table", name)],
        AddColumnOperation o => [("column", o.Name)],
        RenameColumnOperation o => [("column", o.NewName)],
        CreateSequenceOperation o => [("sequence", o.Name)],
        RenameSequenceOperation { NewName: { } name } => [("sequence", name)],
        EnsureSchemaOperation o => [("schema", o.Name)],
        SqlOperation o => traits.Statements(o.Sql).Where(s => !s.IsDrop && s.Kind != SchemaObjectKind.Index).Select(s => (Kind(s.Kind), s.Name.Name)),
        _ => [],
    };

    private static string Kind(SchemaObjectKind kind) => kind switch
    {
        SchemaObjectKind.View => "view",
        SchemaObjectKind.MaterializedView => "materialized view",
        _ => "trigger",
    };
}
