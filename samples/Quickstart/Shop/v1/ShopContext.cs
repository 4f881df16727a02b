using Microsoft.EntityFrameworkCore;

namespace Shop;

/// <summary>The shop's database, version 1.</summary>
public sealed class ShopContext : DbContext
{
    public DbSet<Country> Countries => Set<Country>();

    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Category> Categories => Set<Category>();

    public DbSet<Supplier> Suppliers => Set<Supplier>();

    public DbSet<Product> Products => Set<Product>();

    public DbSet<Tag> Tags => Set<Tag>();

    public DbSet<Review> Reviews => Set<Review>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<Warehouse> Warehouses => Set<Warehouse>();

    protected override void OnConfiguring(DbContextOptionsBuilder options)
        => options.UseSqlite("Data Source=shop.db");

    protected override void OnModelCreating(ModelBuilder model)
        => model.ApplyConfigurationsFromAssembly(typeof(ShopContext).Assembly);
}
