using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shop;

public sealed class Warehouse
{
    public int Id { get; set; }

    public required string City { get; set; }

    public List<Stock> Stocks { get; } = [];
}

/// <summary>How many pieces of a product a warehouse has.</summary>
public sealed class Stock
{
    public int WarehouseId { get; set; }

    public int ProductId { get; set; }

    public Product? Product { get; set; }

    public int Pieces { get; set; }
}

internal sealed class StockMapping : IEntityTypeConfiguration<Stock>
{
    public void Configure(EntityTypeBuilder<Stock> stock)
    {
        stock.HasKey(s => new { s.WarehouseId, s.ProductId });
        stock.ToTable(t => t.HasCheckConstraint("CK_Stock_Pieces", "\"Pieces\" >= 0"));
    }
}
