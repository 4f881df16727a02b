using System.Collections.Generic;
using System.Data.Common;
using DbMigrate.Engine.Introspection.Postgres;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Postgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Providers;

/// <summary>PostgreSQL by Npgsql's provider, which the target brings.</summary>
public sealed class PostgresProvider : DatabaseProvider
{
    /// <summary>EF's name of the provider.</summary>
    public const string Name = "Npgsql.EntityFrameworkCore.PostgreSQL";

    private readonly ProviderGenerator _generator;

    /// <summary>Creates the provider for a context, of which type mappings and the generator of SQL are used.</summary>
    /// <param name="context">The context; it must live as long as the provider.</param>
    public PostgresProvider(DbContext context)
    {
        _generator = new(context);
        Traits = TraitsFactory.Create(context, hasSchemas: true, hasSequences: true, hasDatabaseCollation: true) with { DefaultSchema = SearchPath(context), HasEnums = true, ViewsKeepColumns = true, HasFactsBesideText = true };
        var schema = Traits.DefaultSchema;
        Traits = Traits with
        {
            SystemColumns = ["ctid", "xmin", "xmax", "cmin", "cmax", "tableoid"],
            Statements = sql => PostgresStatements.ReadAll(sql, schema),
            Json = new PostgresJson(),
            Numbering = DataText.Numbering,
            KeptName = PostgresText.KeptName,
            EmptyValue = EmptyValues.Of,
            DropTrigger = trigger => $"DROP TRIGGER {SqlText.Quote(trigger.Name.Name)} ON {SqlText.Quote(trigger.Table)}",
        };
    }

    /// <inheritdoc />
    public override ProviderTraits Traits { get; }

    /// <inheritdoc />
    public override SchemaState Introspect(DbConnection connection) => PostgresIntrospector.Read(connection, Traits.DefaultSchema);

    /// <inheritdoc />
    public override IReadOnlyList<SchemaGap> ReadGaps(DbConnection connection) => GapCatalog.Read(new CatalogReader(connection, CatalogScope.Everything(Traits.DefaultSchema)));

    /// <inheritdoc />
    public override AlignedSchemas Align(DbConnection connection, SchemaState expected, SchemaState actual)
        => new ServerForm(connection, Traits, _generator).Align(expected, actual);

    /// <inheritdoc />
    protected override SqlScript Build(SchemaState actual, IReadOnlyList<MigrationOperation> operations)
        => new PostgresScriptBuilder(Traits, actual, _generator).Build(operations);

    // Objects without a schema are made in the first one of the path.
    private static string SearchPath(DbContext context)
    {
        if (context.Database.GetConnectionString() is not { } text)
            return "public";
        var builder = new DbConnectionStringBuilder { ConnectionString = text };
        var path = builder.TryGetValue("Search Path", out var value) || builder.TryGetValue("SearchPath", out value) ? value as string : null;
        return path?.Split(',')[0].Trim().Trim('"') is { Length: > 0 } first ? first : "public";
    }
}
