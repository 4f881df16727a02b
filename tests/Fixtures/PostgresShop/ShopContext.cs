using System.Collections.Generic;
using Microsoft.EntityFrameworkCore;

namespace Shop;

public enum Size
{
    Small,
    Large,
}

public sealed class Product
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public decimal Price { get; set; }

    public Size Size { get; set; }

    public List<string> Tags { get; set; } = [];
}

public sealed class ShopContext : DbContext
{
    public DbSet<Product> Products => Set<Product>();

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseNpgsql("Host=nowhere;Database=shop", o => o.MapEnum<Size>("size"));

    protected override void OnModelCreating(ModelBuilder model) => model.Entity<Product>(e =>
    {
        e.ToTable(t => t.HasCheckConstraint("CK_Price", "\"Price\"  >= 0"));
        e.Property(p => p.Price).HasPrecision(10, 2).HasDefaultValue(1.5m);
        e.HasIndex(p => p.Name).IsUnique().HasFilter("\"Name\" <> ''");
    });

    public static void Main()
    {
        // A project that only holds a model.
    }
}
