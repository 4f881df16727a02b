using System;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using DbMigrate.Revisions.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DbMigrate.Engine.Model;

/// <summary>Reads what a context's model asks for.</summary>
public static class DesiredSchema
{
    // A model may map them to read them; they are never ours to create or drop.
    private static readonly string[] Bookkeeping = ["__EFMigrationsHistory", "__EFMigrationsLock", "__DbMigrationHistory", "__DbMigrationLog"];

    /// <summary>
    /// EF's differ from nothing to the model, replayed, completed by what its operations do not carry
    /// (collation of the database, property and entity names).
    /// </summary>
    /// <param name="context">A context; use a fresh one for each call.</param>
    /// <param name="traits">The provider's traits.</param>
    /// <exception cref="DbMigrateException"><c>ContextNotCreated</c> where the model cannot be built.</exception>
    public static SchemaState Read(DbContext context, ProviderTraits traits) => Read(context, Build(context), traits);

    /// <summary>As <see cref="Read(DbContext, ProviderTraits)"/>, of a model that is built.</summary>
    internal static SchemaState Read(DbContext context, IRelationalModel model, ProviderTraits traits)
    {
        // It validates the rows of the model.
        var operations = Guard(context, () => context.GetService<IMigrationsModelDiffer>().GetDifferences(null, model));
        if (traits.HasEnums)
            new PlainValues(context).Replace(operations);
        var state = new Replayer(traits).Apply(SchemaState.Empty, operations);
        var tables = state.Tables.ToBuilder();
        foreach (var table in model.Tables)
        {
            var name = new ObjectName(traits.HasSchemas && table.Schema != traits.DefaultSchema ? table.Schema : null, table.Name);
            if (tables.TryGetValue(name, out var known))
                tables[name] = ModelHints.Complete(known, table);
        }

        tables.RemoveRange(tables.Keys.Where(n => Bookkeeping.Contains(n.Name, StringComparer.Ordinal)).ToList());
        return state with { Tables = tables.ToImmutable(), Collation = traits.HasDatabaseCollation ? model.Collation : null };
    }

    /// <summary>The model that tools see; EF keeps it. Building it runs the user's OnModelCreating and EF's validation.</summary>
    /// <exception cref="DbMigrateException"><c>ContextNotCreated</c>.</exception>
    internal static IRelationalModel Build(DbContext context) => Guard(context, () => context.GetService<IDesignTimeModel>().Model.GetRelationalModel());

    private static T Guard<T>(DbContext context, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            var name = context.GetType().Name;
            throw ErrorCatalogue.ContextNotCreated.Error(
                $"The model of {name} cannot be built: {e.GetType().Name}: {e.Message}", name, "Correct the model: its classes, OnModelCreating or configurations.", e);
        }
    }
}
