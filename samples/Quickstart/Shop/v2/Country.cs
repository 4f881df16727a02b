using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shop;

/// <summary>Seeded: the countries that the shop delivers to.</summary>
public sealed class Country
{
    public required string Code { get; set; }

    public required string Name { get; set; }
}

internal sealed class CountryMapping : IEntityTypeConfiguration<Country>
{
    public void Configure(EntityTypeBuilder<Country> country)
    {
        country.HasKey(c => c.Code);
        country.Property(c => c.Code).HasMaxLength(2);
        country.Property(c => c.Name).HasMaxLength(80).UseCollation("NOCASE");
        country.HasData(
            new Country { Code = "BE", Name = "Belgium" },
            new Country { Code = "DE", Name = "Germany" },
            new Country { Code = "FR", Name = "France" },
            new Country { Code = "NL", Name = "Netherlands" });
    }
}
