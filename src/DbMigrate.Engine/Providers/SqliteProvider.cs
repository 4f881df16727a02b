using System.Collections.Generic;
using System.Data.Common;
using DbMigrate.Engine.Introspection.Sqlite;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Providers;

/// <summary>SQLite: no schemas, no sequences, and tables that are rebuilt where they cannot be altered.</summary>
public sealed class SqliteProvider : DatabaseProvider
{
    /// <summary>EF's name of the provider.</summary>
    public const string Name = "Microsoft.EntityFrameworkCore.Sqlite";

    /// <summary>Creates the provider for a context, of which only the type mappings are used.</summary>
    /// <param name="context">The context.</param>
    public SqliteProvider(DbContext context) => Traits = TraitsFactory.Create(context, hasSchemas: false, hasSequences: false, hasDatabaseCollation: false) with { RowIdType = "INTEGER", Json = new SqliteJson() };

    /// <inheritdoc />
    public override ProviderTraits Traits { get; }

    /// <inheritdoc />
    public override SchemaState Introspect(DbConnection connection) => SqliteIntrospector.Read(connection);

    /// <inheritdoc />
    protected override SqlScript Build(SchemaState actual, IReadOnlyList<MigrationOperation> operations)
        => new SqliteScriptBuilder(Traits, actual).Build(operations);
}
