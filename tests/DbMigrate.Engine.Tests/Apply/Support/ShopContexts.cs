using System.Collections.Generic;
using Microsoft.EntityFrameworkCore;

namespace DbMigrate.Engine.Tests.Apply;

/// <summary>A model and what became of it later.</summary>
public sealed class ShopV1 : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity("Customer", e =>
        {
            e.ToTable("Customers");
            e.Property<int>("Id");
            e.Property<string>("Name").IsRequired().HasMaxLength(100);
            e.HasKey("Id");
        });
        model.Entity("Order", e =>
        {
            e.ToTable("Orders");
            e.Property<int>("Id");
            e.Property<int>("CustomerId");
            e.Property<decimal>("Total");
            e.HasKey("Id");
            e.HasOne("Customer", null).WithMany().HasForeignKey("CustomerId").OnDelete(DeleteBehavior.Cascade);
        });
    }
}

/// <summary>A column more, one that became required, and one table less.</summary>
public sealed class ShopV2 : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity("Customer", e =>
        {
            e.ToTable("Customers", t => t.HasCheckConstraint("CK_Name", "length(\"Name\") > 0"));
            e.Property<int>("Id");
            e.Property<string>("Name").IsRequired().HasMaxLength(200);
            e.Property<string>("Country").IsRequired();
            e.HasKey("Id");
            e.HasIndex("Name").IsUnique();
        });
        model.Entity("Order", e =>
        {
            e.ToTable("Orders");
            e.Property<int>("Id");
            e.Property<int>("CustomerId");
            e.Property<decimal>("Total");
            e.HasKey("Id");
            e.HasOne("Customer", null).WithMany().HasForeignKey("CustomerId").OnDelete(DeleteBehavior.Restrict);
        });
    }
}

/// <summary>Fails where its options are made.</summary>
public sealed class BrokenContext : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) => throw new KeyNotFoundException("no setting Shop");
}

/// <summary>Has options that work, and a model that EF Core refuses.</summary>
public sealed class KeylessContext : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=never.db");

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity("Thing", e => e.Property<string>("Name"));
}
