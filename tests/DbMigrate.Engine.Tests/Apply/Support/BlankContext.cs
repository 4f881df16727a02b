using Microsoft.EntityFrameworkCore;

namespace DbMigrate.Engine.Tests.Apply;

/// <summary>A context without entities: for scripts that are written by hand.</summary>
public sealed class BlankContext : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite();
}
