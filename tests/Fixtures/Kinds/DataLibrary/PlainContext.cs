using Kinds;
using Microsoft.EntityFrameworkCore;

namespace DataLibrary;

/// <summary>Can be made without the app.</summary>
public sealed class PlainContext : DbContext
{
    public DbSet<Customer> Customers => Set<Customer>();

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseDatabase("Data Source=library.db");
}
