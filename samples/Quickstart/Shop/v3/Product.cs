using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shop;

/// <summary>Physical and digital products share a table.</summary>
public abstract class Product
{
    public int Id { get; set; }

    public required string Sku { get; set; }

    public required string Name { get; set; }

    public decimal Price { get; set; }

    public bool IsDiscontinued { get; set; }

    public required Category Category { get; set; }

    public string? SupplierCode { get; set; }

    public Supplier? Supplier { get; set; }

    public List<Tag> Tags { get; } = [];

    public List<Review> Reviews { get; } = [];
}

public sealed class PhysicalProduct : Product
{
    public int WeightInGrams { get; set; }
}

public sealed class DigitalProduct : Product
{
    public required string DownloadUrl { get; set; }
}

public sealed class Review
{
    public int Id { get; set; }

    public int ProductId { get; set; }

    public int Stars { get; set; }

    public required string Text { get; set; }
}

internal sealed class ProductMapping : IEntityTypeConfiguration<Product>, IEntityTypeConfiguration<DigitalProduct>, IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Product> product)
    {
        product.ToTable(t =>
        {
            t.HasCheckConstraint("CK_Products_Price", "CAST(\"Price\" AS REAL) >= 0");
            t.HasComment("Everything that can be sold.");
        });
        product.HasDiscriminator<string>("Kind")
            .HasValue<PhysicalProduct>("physical")
            .HasValue<DigitalProduct>("digital");
        product.Property(p => p.Sku).HasMaxLength(20);
        product.HasIndex(p => p.Sku).IsUnique();
        product.Property(p => p.Name).HasColumnType("VARCHAR(120)");
        product.Property(p => p.Price).HasPrecision(10, 2).HasComment("In euros, with tax.");
        product.Property(p => p.IsDiscontinued).HasDefaultValue(false);
        product.HasIndex(p => p.Name).HasFilter("\"IsDiscontinued\" = 0");
        product.HasOne(p => p.Supplier).WithMany().HasForeignKey(p => p.SupplierCode).HasPrincipalKey(s => s.Code).OnDelete(DeleteBehavior.SetNull);
        product.HasMany(p => p.Tags).WithMany(t => t.Products).UsingEntity("ProductTags");
        product.HasMany(p => p.Reviews).WithOne().HasForeignKey(r => r.ProductId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<DigitalProduct> product)
        => product.Property(p => p.DownloadUrl).HasMaxLength(400);

    public void Configure(EntityTypeBuilder<Review> review)
        => review.ToTable("ProductReviews", t => t.HasCheckConstraint("CK_Reviews_Stars", "\"Stars\" BETWEEN 1 AND 5"));
}
