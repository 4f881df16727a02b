using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DbMigrate.Engine.Tests.Apply;

/// <summary>A context of Npgsql's provider in which another column has the name of what the computed one read.</summary>
public class HeirPostgresContext : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseNpgsql();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
        => modelBuilder.Entity("T", e =>
        {
            e.ToTable("t");
            e.Property<int>("Id").ValueGeneratedNever();
            e.Property<int>("Gross");
            Sum(e.Property<int?>("Sum"));
            e.HasKey("Id").HasName("pk");
            e.HasIndex(["Sum"], "ix");
        });

    protected virtual void Sum(PropertyBuilder property) => property.HasComputedColumnSql("\"Gross\" * 2", stored: true);
}

/// <summary>The same, and the computed column has become an ordinary one.</summary>
public sealed class OrdinaryHeirPostgresContext : HeirPostgresContext
{
    protected override void Sum(PropertyBuilder property)
    {
    }
}
