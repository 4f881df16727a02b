using Kinds;
using Microsoft.EntityFrameworkCore;

namespace ConsoleTarget;

public sealed class Customer
{
    public int Id { get; set; }
}

public sealed class ShopContext : DbContext
{
    public DbSet<Customer> Customers => Set<Customer>();

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseDatabase("Data Source=fixture.db;Pooling=False");
}
