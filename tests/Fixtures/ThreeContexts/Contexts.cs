using Microsoft.EntityFrameworkCore;

namespace ThreeContexts;

public sealed class Customer
{
    public int Id { get; set; }
}

public sealed class Order
{
    public int Id { get; set; }
}

public sealed class Entry
{
    public int Id { get; set; }
}

public sealed class ShopContext : DbContext
{
    public DbSet<Customer> Customers => Set<Customer>();

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=shop.db");
}

public sealed class OrdersContext : DbContext
{
    public DbSet<Order> Orders => Set<Order>();

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=orders.db");
}

public sealed class AuditContext : DbContext
{
    public DbSet<Entry> Entries => Set<Entry>();

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=audit.db");
}
