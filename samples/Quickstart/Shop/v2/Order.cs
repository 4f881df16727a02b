using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Shop;

public enum OrderStatus
{
    Placed,
    Paid,
    Shipped,
    Cancelled,
}

public sealed class Order
{
    public int Id { get; set; }

    public int CustomerId { get; set; }

    public DateTime PlacedAt { get; set; }

    /// <summary>Stored as text.</summary>
    public OrderStatus Status { get; set; }

    public int Number { get; set; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; set; }

    public List<Payment> Payments { get; } = [];

    public List<OrderLine> Lines { get; } = [];
}

public sealed class Payment
{
    public int Id { get; set; }

    public int OrderId { get; set; }

    public decimal Amount { get; set; }

    public DateTimeOffset PaidAt { get; set; }
}

public sealed class OrderLine
{
    public int OrderId { get; set; }

    public int Position { get; set; }

    public int ProductId { get; set; }

    public Product? Product { get; set; }

    public int Quantity { get; set; }

    public decimal UnitPrice { get; set; }

    /// <summary>Computed by the database.</summary>
    public decimal Total { get; private set; }
}

internal sealed class OrderMapping : IEntityTypeConfiguration<Order>, IEntityTypeConfiguration<OrderLine>, IEntityTypeConfiguration<Payment>
{
    public void Configure(EntityTypeBuilder<Order> order)
    {
        order.Property(o => o.Status).HasConversion<string>().HasMaxLength(20).HasDefaultValue(OrderStatus.Placed);
        order.Property(o => o.PlacedAt).HasDefaultValueSql("CURRENT_TIMESTAMP");
        order.Property(o => o.Currency).HasMaxLength(3);
        order.HasIndex(o => o.Number).IsUnique();
        order.HasIndex(o => new { o.CustomerId, o.PlacedAt }).IsDescending(false, true);
        order.HasMany(o => o.Lines).WithOne().HasForeignKey(l => l.OrderId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Payment> payment)
    {
        payment.ToTable("Payments", t => t.HasCheckConstraint("CK_Payments_Amount", "CAST(\"Amount\" AS REAL) <> 0"));
        payment.Property(p => p.Amount).HasPrecision(10, 2);
    }

    public void Configure(EntityTypeBuilder<OrderLine> line)
    {
        line.HasKey(l => new { l.OrderId, l.Position });
        line.Property(l => l.UnitPrice).HasPrecision(10, 2);
        line.Property(l => l.Total).HasComputedColumnSql("\"Quantity\" * \"UnitPrice\"", stored: true);
        line.HasOne(l => l.Product).WithMany().HasForeignKey(l => l.ProductId).OnDelete(DeleteBehavior.Restrict);
    }
}
