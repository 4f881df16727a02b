using System;

namespace Warehouse;

public sealed class Product
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public decimal Price { get; set; }

    public DateOnly Since { get; set; }

    public int SupplierId { get; set; }

    public Supplier? Supplier { get; set; }
}
