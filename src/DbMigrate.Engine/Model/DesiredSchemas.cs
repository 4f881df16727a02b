using System.Runtime.CompilerServices;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DbMigrate.Engine.Model;

/// <summary>
/// What models ask for, as long as EF keeps the models themselves: in a warm worker the model of a request is that of
/// the one before, and running EF's differ over it again would be most of the time to the answer.
/// </summary>
internal sealed class DesiredSchemas
{
    private readonly ConditionalWeakTable<IRelationalModel, Known> _known = [];

    /// <exception cref="DbMigrate.Revisions.Errors.DbMigrateException"><c>ContextNotCreated</c> where the model cannot be built.</exception>
    public SchemaState Read(DbContext context, ProviderTraits traits)
    {
        var model = DesiredSchema.Build(context);

        // Which names have no schema is up to the connection string.
        if (_known.TryGetValue(model, out var known) && known.DefaultSchema == traits.DefaultSchema)
            return known.State;
        var state = DesiredSchema.Read(context, model, traits);
        _known.AddOrUpdate(model, new(traits.DefaultSchema, state));
        return state;
    }

    private sealed record Known(string? DefaultSchema, SchemaState State);
}
