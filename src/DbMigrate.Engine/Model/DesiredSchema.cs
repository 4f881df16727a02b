using System;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore;

namespace DbMigrate.Engine.Model;

/// <summary>Reads what a context's model asks for.</summary>
public static class DesiredSchema
{
    /// <summary>
    /// EF's differ from nothing to the model, replayed, completed by what its operations do not carry
    /// (collation of the database, property and entity names).
    /// </summary>
    /// <param name="context">A context; use a fresh one for each call.</param>
    /// <param name="traits">The provider's traits.</param>
    public static SchemaState Read(DbContext context, ProviderTraits traits) => throw new NotImplementedException(traits + context.ToString());
}
