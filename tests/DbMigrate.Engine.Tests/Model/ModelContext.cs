using System;
using DbMigrate.Engine.Model;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace DbMigrate.Engine.Tests.Model;

/// <summary>A context whose model a test writes down; never cached, since each test has its own.</summary>
internal sealed class ModelContext(Action<ModelBuilder> configure) : DbContext
{
    public static SchemaState Desired(Action<ModelBuilder> configure)
    {
        using var context = new ModelContext(configure);
        return DesiredSchema.Read(context, Traits());
    }

    public static ProviderTraits Traits()
    {
        using var context = new ModelContext(_ => { });
        return Traits(context);
    }

    public static ProviderTraits Traits(DbContext context) => TraitsFactory.Create(context, hasSchemas: false, hasSequences: false, hasDatabaseCollation: false);

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
        => optionsBuilder.UseSqlite("Data Source=:memory:").ReplaceService<IModelCacheKeyFactory, NoModelCache>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => configure(modelBuilder);

    private sealed class NoModelCache : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => new();
    }
}
