using Microsoft.EntityFrameworkCore;

namespace Kinds;

/// <summary>What most apps have: a context that only dependency injection can make.</summary>
public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();
}
