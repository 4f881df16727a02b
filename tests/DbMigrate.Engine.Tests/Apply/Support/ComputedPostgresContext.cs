using Microsoft.EntityFrameworkCore;

namespace DbMigrate.Engine.Tests.Apply;

/// <summary>A context of Npgsql's provider whose computed column reads another column than before.</summary>
public sealed class ComputedPostgresContext : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseNpgsql();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
        => modelBuilder.Entity("T", e =>
        {
            e.ToTable("t");
            e.Property<int>("Id").ValueGeneratedNever();
            e.Property<int>("Net");
            e.Property<int?>("Sum").HasComputedColumnSql("\"Net\" + 1", stored: true);
            e.HasKey("Id").HasName("pk");
            e.HasIndex(["Sum"], "ix");
        });
}
