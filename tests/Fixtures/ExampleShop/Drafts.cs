using Microsoft.EntityFrameworkCore;

namespace Shop;

// The model as it is after a change for which no revision has been written yet, one class for each change.

public sealed class WithEmail : ShopContext
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
        => modelBuilder.Entity<Customer>().Property<string?>("Email");
}

public sealed class WithFullNames : ShopContext
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
        => modelBuilder.Entity<Customer>().Property(c => c.Name).HasColumnName("FullName");
}

public sealed class WithTelexForFax : ShopContext
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
        => modelBuilder.Entity<Customer>().Ignore(c => c.Fax).Property<string?>("Telex");
}

public sealed class WithCountries : ShopContext
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Customer>().Property<string>("Country");
        modelBuilder.Entity<Customer>().Property<string>("Slug");
    }
}
