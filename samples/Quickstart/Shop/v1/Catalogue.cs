using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shop;

/// <summary>A tree of categories.</summary>
public sealed class Category
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public int? ParentId { get; set; }

    public Category? Parent { get; set; }
}

public sealed class Supplier
{
    public int Id { get; set; }

    /// <summary>A key of its own: purchasing knows suppliers by it.</summary>
    public required string Code { get; set; }

    public required string Name { get; set; }

    public string? Fax { get; set; }
}

public sealed class Tag
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public List<Product> Products { get; } = [];
}

internal sealed class CatalogueMapping : IEntityTypeConfiguration<Category>, IEntityTypeConfiguration<Supplier>, IEntityTypeConfiguration<Tag>
{
    public void Configure(EntityTypeBuilder<Category> category)
    {
        category.Property(c => c.Name).HasMaxLength(80);
        category.HasOne(c => c.Parent).WithMany().HasForeignKey(c => c.ParentId).OnDelete(DeleteBehavior.Restrict);
        category.HasIndex(c => new { c.ParentId, c.Name }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Supplier> supplier)
    {
        supplier.HasAlternateKey(s => s.Code);
        supplier.Property(s => s.Code).HasMaxLength(12);
    }

    public void Configure(EntityTypeBuilder<Tag> tag)
    {
        tag.HasIndex(t => t.Name).IsUnique();
        tag.HasData(new Tag { Id = 1, Name = "new" }, new Tag { Id = 2, Name = "sale" }, new Tag { Id = 3, Name = "gift" });
    }
}
