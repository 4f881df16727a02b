using System.Collections.Generic;
using System.Data.Common;
using System.Linq;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Providers;

/// <summary>Everything in which databases differ; one subclass each. Made for one context, whose services it uses.</summary>
public abstract class DatabaseProvider
{
    /// <summary>What replay, diff and script writing must know.</summary>
    public abstract ProviderTraits Traits { get; }

    /// <summary>Reads what a database has, with a constant number of queries.</summary>
    /// <param name="connection">An open connection.</param>
    public abstract SchemaState Introspect(DbConnection connection);

    /// <summary>
    /// Brings what is expected into the words in which the database says what it has: servers rewrite expressions.
    /// Nothing is left behind in the database.
    /// </summary>
    /// <param name="connection">An open connection without a transaction.</param>
    /// <param name="expected">What the model or the scripts ask for.</param>
    /// <param name="actual">What <see cref="Introspect"/> read.</param>
    public virtual AlignedSchemas Align(DbConnection connection, SchemaState expected, SchemaState actual) => new(expected, actual, []);

    /// <summary>What a database has beyond <see cref="Introspect"/>, to be told to people; in an order in which it can be made.</summary>
    /// <param name="connection">An open connection.</param>
    public virtual IReadOnlyList<SchemaGap> ReadGaps(DbConnection connection) => [];

    /// <summary>Turns operations into statements. Several changes to one table become one rebuild where the database cannot alter.</summary>
    /// <param name="actual">What the database has before; rebuilds start from it.</param>
    /// <param name="operations">EF's operations in order; not changed.</param>
    /// <exception cref="Revisions.Errors.DbMigrateException"><c>NotSupportedByProvider</c>.</exception>
    public SqlScript GenerateSql(SchemaState actual, IReadOnlyList<MigrationOperation> operations)
    {
        LongNames.Refuse(Traits, operations);
        return Build(actual, [.. new NeededOperations(Traits).Of(actual, operations).Where(o => o.FindAnnotation(OperationAnnotations.Copied)?.Value is not true)]);
    }

    /// <summary>Turns operations into statements, all of which are to be done.</summary>
    /// <param name="actual">What the database has before.</param>
    /// <param name="operations">EF's operations in order; not changed.</param>
    protected abstract SqlScript Build(SchemaState actual, IReadOnlyList<MigrationOperation> operations);
}
