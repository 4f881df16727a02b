using Microsoft.EntityFrameworkCore;

namespace Shop;

/// <summary>Uses the file shop.db in the working directory, which is the project's folder.</summary>
public sealed class ShopContext : DbContext
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Order> Orders => Set<Order>();

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=shop.db");
}
