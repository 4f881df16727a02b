using Microsoft.EntityFrameworkCore;

namespace DbMigrate.Engine.Tests.Apply;

/// <summary>A context of Npgsql's provider whose model has conditions that the server writes in its own words.</summary>
public sealed class CheckedPostgresContext : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseNpgsql();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
        => modelBuilder.Entity("T", e =>
        {
            e.ToTable("t", t => t.HasCheckConstraint("positive", "x > 0 OR x  IN (-1, -2)"));
            e.Property<int>("id").ValueGeneratedNever();
            e.Property<int>("x");
            e.Property<string>("code").HasDefaultValueSql("upper('a')").IsRequired();
            e.HasKey("id").HasName("t_pkey");
            e.HasIndex(["x"], "ix").HasFilter("x <> 5");
        });
}
