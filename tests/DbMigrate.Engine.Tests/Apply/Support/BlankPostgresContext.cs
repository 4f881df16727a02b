using Microsoft.EntityFrameworkCore;

namespace DbMigrate.Engine.Tests.Apply;

/// <summary>A context of Npgsql's provider without a model, for scripts that are written by hand.</summary>
public sealed class BlankPostgresContext : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseNpgsql();
}
