using Kinds;
using Microsoft.EntityFrameworkCore;

namespace Ef8;

public sealed class PlainContext : DbContext
{
    public DbSet<Customer> Customers => Set<Customer>();

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseDatabase("Data Source=plain.db");
}
