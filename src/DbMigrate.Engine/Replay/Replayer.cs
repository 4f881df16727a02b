using System;
using System.Collections.Generic;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Replay;

/// <summary>Adds EF's migration operations up to a schema.</summary>
public sealed class Replayer(ProviderTraits traits)
{
    /// <summary>The schema after the operations. Operations are only read.</summary>
    /// <param name="state">The schema before.</param>
    /// <param name="operations">EF's operations in order.</param>
    /// <exception cref="Revisions.Errors.DbMigrateException"><c>ReplayConflict</c> where an operation does not fit (a column that is not there, a table that is).</exception>
    public SchemaState Apply(SchemaState state, IEnumerable<MigrationOperation> operations)
        => throw new NotImplementedException(traits.ToString());
}
