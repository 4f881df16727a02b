using System;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>A context on a real database whose model a test writes down; never cached, since each has its own.</summary>
internal sealed class ConversionContext(Action<ModelBuilder> configure, Action<DbContextOptionsBuilder> connect) : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        connect(optionsBuilder);
        optionsBuilder.ReplaceService<IModelCacheKeyFactory, NoModelCache>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => configure(modelBuilder);

    private sealed class NoModelCache : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => new();
    }
}
