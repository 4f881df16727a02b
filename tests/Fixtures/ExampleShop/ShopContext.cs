using Microsoft.EntityFrameworkCore;

namespace Shop;

/// <summary>What the revisions of the examples add up to.</summary>
public class ShopContext : DbContext
{
    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Invoice> Invoices => Set<Invoice>();

    public DbSet<StockItem> StockItems => Set<StockItem>();

    public DbSet<Supplier> Suppliers => Set<Supplier>();

    public DbSet<Delivery> Deliveries => Set<Delivery>();

    public DbSet<Bill> Bills => Set<Bill>();

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=shop.db");
}

/// <summary>A second database.</summary>
public sealed class AuditContext : DbContext
{
    public DbSet<Login> Logins => Set<Login>();

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=audit.db");
}
