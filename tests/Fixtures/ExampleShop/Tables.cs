namespace Shop;

public sealed class Customer
{
    public int Id { get; set; }

    public string? Name { get; set; }

    public string? Fax { get; set; }
}

public sealed class Invoice
{
    public int Id { get; set; }
}

public sealed class StockItem
{
    public int Id { get; set; }
}

public sealed class Supplier
{
    public int Id { get; set; }
}

public sealed class Delivery
{
    public int Id { get; set; }
}

public sealed class Bill
{
    public int Id { get; set; }
}

public sealed class Login
{
    public int Id { get; set; }
}
