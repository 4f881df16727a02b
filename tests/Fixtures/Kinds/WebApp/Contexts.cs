using Kinds;
using Microsoft.EntityFrameworkCore;

namespace WebApp;

public sealed class PooledContext(DbContextOptions<PooledContext> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();
}

public sealed class FactoryContext(DbContextOptions<FactoryContext> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();
}

public sealed class PooledFactoryContext(DbContextOptions<PooledFactoryContext> options) : DbContext(options)
{
    public DbSet<Customer> Customers => Set<Customer>();
}

/// <summary>Not registered: only what its constructor asks for is.</summary>
public sealed class InjectedContext(Clock clock) : DbContext
{
    public DbSet<Customer> Customers => Set<Customer>();

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite($"Data Source=injected-{clock.Year}.db");
}

public abstract class BaseContext(DbContextOptions options) : DbContext(options);

/// <summary>Only the registered one can be made.</summary>
public sealed class TenantContext<T>(DbContextOptions<TenantContext<T>> options) : BaseContext(options)
    where T : class
{
    public DbSet<T> Things => Set<T>();
}

public sealed class PlainContext : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=constructor.db");
}
