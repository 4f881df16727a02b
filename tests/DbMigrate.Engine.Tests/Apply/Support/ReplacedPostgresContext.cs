using Microsoft.EntityFrameworkCore;

namespace DbMigrate.Engine.Tests.Apply;

/// <summary>A context of Npgsql's provider in which a column has the name of one that goes, and another column is wider than before.</summary>
public sealed class ReplacedPostgresContext : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseNpgsql();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
        => modelBuilder.Entity("T", e =>
        {
            e.ToTable("t");
            e.Property<int>("Id").ValueGeneratedNever();
            e.Property<int>("Gross");
            e.Property<long>("Rate");
            e.HasKey("Id").HasName("pk");
        });
}
