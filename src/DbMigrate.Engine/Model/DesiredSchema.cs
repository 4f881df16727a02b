using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using DbMigrate.Revisions.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

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
    public static SchemaState Read(DbContext context, ProviderTraits traits)
    {
        var (model, operations) = Build(context);
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

    // Building a model runs the user's OnModelCreating and EF's validation; that of rows is in EF's differ.
    private static (IRelationalModel Model, IReadOnlyList<MigrationOperation> Operations) Build(DbContext context)
    {
        try
        {
            var model = context.GetService<IDesignTimeModel>().Model.GetRelationalModel();
            return (model, context.GetService<IMigrationsModelDiffer>().GetDifferences(null, model));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            var name = context.GetType().Name;
            throw ErrorCatalogue.ContextNotCreated.Error(
                $"The model of {name} cannot be built: {e.GetType().Name}: {e.Message}", name, "Correct the model: its classes, OnModelCreating or configurations.", e);
        }
    }
}
