using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shop;

/// <summary>Has an owned address, a profile of its own (one to one), and a token against lost updates.</summary>
public sealed class Customer
{
    public int Id { get; set; }

    public required string Email { get; set; }

    public required string FirstName { get; set; }

    public required string LastName { get; set; }

    public string? Phone { get; set; }

    public required Address Address { get; set; }

    public CustomerProfile? Profile { get; set; }

    public List<Order> Orders { get; } = [];

    public Guid Token { get; set; } = Guid.NewGuid();
}

public sealed class Address
{
    public required string Street { get; set; }

    public required string City { get; set; }

    public required string CountryCode { get; set; }

    public Country? Country { get; set; }
}

public sealed class CustomerProfile
{
    public int CustomerId { get; set; }

    public bool WantsNewsletter { get; set; }

    public DateOnly? Birthday { get; set; }
}

internal sealed class CustomerMapping : IEntityTypeConfiguration<Customer>, IEntityTypeConfiguration<CustomerProfile>
{
    public void Configure(EntityTypeBuilder<Customer> customer)
    {
        customer.Property(c => c.Email).HasMaxLength(200).UseCollation("NOCASE");
        customer.HasIndex(c => c.Email).IsUnique();
        customer.Property(c => c.FirstName).HasMaxLength(80);
        customer.Property(c => c.LastName).HasMaxLength(80);
        customer.HasIndex(c => new { c.LastName, c.FirstName });
        customer.Property(c => c.Token).IsConcurrencyToken();
        customer.OwnsOne(c => c.Address, address =>
        {
            address.Property(a => a.Street).HasMaxLength(120);
            address.Property(a => a.City).HasMaxLength(80);
            address.HasOne(a => a.Country).WithMany().HasForeignKey(a => a.CountryCode).OnDelete(DeleteBehavior.Restrict);
        });
        customer.Navigation(c => c.Address).IsRequired();
        customer.HasOne(c => c.Profile).WithOne().HasForeignKey<CustomerProfile>(p => p.CustomerId);
    }

    public void Configure(EntityTypeBuilder<CustomerProfile> profile)
    {
        profile.HasKey(p => p.CustomerId);
        profile.Property(p => p.WantsNewsletter).HasDefaultValue(false);
    }
}
