using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace DbMigrate.Engine.Tests.Judge;

/// <summary>What must occur among the cases of a provider.</summary>
/// <param name="Annotations">Annotations of the provider, with the operation that they are on.</param>
/// <param name="Exceptions">Patterns of what never occurs, and why.</param>
internal sealed record FeatureList(IReadOnlyList<string> Annotations, IReadOnlyList<(string Pattern, string Reason)> Exceptions)
{
    private const string Author = "It warns the author, and says nothing about the database.";
    private const string Scripts = "A model cannot say it: it comes from scripts alone, and has its own cases.";

    public static FeatureList Sqlite { get; } = new(
        ["AddColumn Sqlite:Autoincrement", "AlterColumn Sqlite:Autoincrement"],
        [
            (@"^(?!AlterColumn|DropColumn|DropTable|DeleteData).*\.IsDestructiveChange$", Author),
            (@"^Sql\.SuppressTransaction$|\.OnUpdate$", Scripts),
            (@"Schema|Sequence|^AlterDatabase\.", "SQLite has no schemas, no sequences, and no facets of a database."),
        ]);

    public static FeatureList Postgres { get; } = new(
        [
            "AddColumn Npgsql:ValueGenerationStrategy", "AddColumn Npgsql:IdentitySequenceOptions", "AlterColumn Npgsql:ValueGenerationStrategy", "AlterColumn Npgsql:IdentitySequenceOptions",
            "AlterDatabase Npgsql:PostgresExtension", "AlterDatabase Npgsql:Enum", "AlterDatabase Npgsql:Range", "AlterDatabase Npgsql:CollationDefinition",
            "CreateIndex Npgsql:IndexMethod", "CreateIndex Npgsql:IndexOperators", "CreateIndex Npgsql:IndexInclude", "CreateIndex Npgsql:IndexNullSortOrder", "CreateIndex Npgsql:NullsDistinct",
            "CreateIndex Npgsql:CreatedConcurrently", "CreateIndex Npgsql:StorageParameter", "CreateIndex Relational:Collation", "CreateIndex Npgsql:TsVectorConfig",
            "AddColumn Npgsql:TsVectorConfig", "AddColumn Npgsql:TsVectorProperties", "AddColumn Npgsql:Compression", "AlterColumn Npgsql:Compression",
            "CreateTable Npgsql:UnloggedTable", "AlterTable Npgsql:UnloggedTable", "CreateTable Npgsql:StorageParameter", "AlterTable Npgsql:StorageParameter",
        ],
        [
            (@"^(?!AlterColumn|DropColumn|DropTable|DeleteData).*\.IsDestructiveChange$", Author),
            (@"^Sql\.SuppressTransaction$|\.OnUpdate$", Scripts),
        ]);

    /// <summary>What of it does not occur, and exceptions that do.</summary>
    /// <param name="found">What occurs in operations and models.</param>
    public IEnumerable<string> Missing(IReadOnlyCollection<string> found)
    {
        var all = OperationFacts.Everything.Concat(Annotations).Concat(ModelFacts.Everything);
        return all.Where(f => found.Contains(f) == Exceptions.Any(e => Regex.IsMatch(f, e.Pattern)));
    }
}
