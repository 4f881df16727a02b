using System;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>A context of Npgsql's provider whose model a test writes down; never cached, since each test has its own.</summary>
internal sealed class PostgresModelContext(Action<ModelBuilder> configure, string connectionString = "Host=nowhere;Database=none") : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
        => optionsBuilder.UseNpgsql(connectionString, o => o.MapEnum<RichPostgresModel.Mood>("mood")).ReplaceService<IModelCacheKeyFactory, NoModelCache>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => configure(modelBuilder);

    private sealed class NoModelCache : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => new();
    }
}
