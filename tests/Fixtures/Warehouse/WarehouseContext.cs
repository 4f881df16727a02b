using System;
using Microsoft.EntityFrameworkCore;

namespace Warehouse;

public sealed class WarehouseContext : DbContext
{
    public DbSet<Supplier> Suppliers => Set<Supplier>();

    public DbSet<Product> Products => Set<Product>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=warehouse.db;Pooling=False");

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Product>(product =>
    {
        product.Property(p => p.Since).HasDefaultValue(new DateOnly(2026, 1, 1));
        product.Property(p => p.Price).HasDefaultValue(1.5m);
        product.HasIndex(p => p.Name, "IX_Names");
        product.ToTable(table => table.HasCheckConstraint("CK_Price", "Price >= 0"));
    });
}
