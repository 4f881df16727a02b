using Microsoft.EntityFrameworkCore;

namespace Shop;

internal static class Rows
{
    /// <summary>What a few weeks of business leave behind.</summary>
    public static void Fill(ShopContext shop)
    {
        var books = new Category { Name = "Books" };
        var novels = new Category { Name = "Novels", Parent = books };
        var supplier = new Supplier { Code = "ACME", Name = "Acme Books", Fax = "+49 30 1" };
        var dune = new PhysicalProduct { Sku = "B-1", Name = "Dune", Price = 12.50m, Category = novels, Supplier = supplier, WeightInGrams = 480 };
        var map = new DigitalProduct { Sku = "D-1", Name = "Map of Arrakis", Price = 3.00m, Category = books, DownloadUrl = "https://example.com/map" };
        dune.Tags.Add(shop.Tags.Single(t => t.Name == "gift"));
        dune.Reviews.AddRange([new Review { Stars = 5, Text = "Spice!" }, new Review { Stars = 4 }]);

        var ada = Customer("ada@example.com", "Ada Lovelace", "DE", "+49 170 1");
        var alan = Customer("alan@example.com", "Alan Turing", "NL", null);
        ada.Profile = new CustomerProfile { WantsNewsletter = true, Birthday = new DateOnly(1815, 12, 10) };
        ada.Orders.Add(Order(1001, OrderStatus.Paid, (dune, 2), (map, 1)));
        alan.Orders.Add(Order(1002, OrderStatus.Placed, (dune, 1)));

        var berlin = new Warehouse { City = "Berlin" };
        berlin.Stocks.Add(new Stock { Product = dune, Pieces = 40 });
        shop.AddRange(supplier, dune, map, ada, alan, berlin);
        shop.SaveChanges();
        Console.WriteLine("The shop has its first customers.");
    }

    public static void Show(ShopContext shop)
    {
        foreach (var customer in shop.Customers.Include(c => c.Orders).ThenInclude(o => o.Lines).OrderBy(c => c.Id))
        {
            Console.WriteLine($"{customer.FullName,-14} {customer.Email,-18} {customer.Address.City}, {customer.Address.CountryCode}  phone: {customer.Phone}");
            foreach (var order in customer.Orders)
                Console.WriteLine($"  order {order.Number} ({order.Status}): {order.Lines.Count} lines, {order.Lines.Sum(l => l.Total):0.00}");
        }

        foreach (var product in shop.Products.Include(p => p.Reviews).Include(p => p.Tags).OrderBy(p => p.Id))
            Console.WriteLine($"{product.Sku} {product.Name}: {product.Price:0.00}, {product.Reviews.Count} reviews, tags: {string.Join(", ", product.Tags.Select(t => t.Name))}");
    }

    private static Customer Customer(string email, string name, string country, string? phone) => new()
    {
        Email = email,
        FullName = name,
        Phone = phone,
        Address = new Address { Street = "Main Street 1", City = "Capital", CountryCode = country },
    };

    private static Order Order(int number, OrderStatus status, params (Product Product, int Quantity)[] lines)
    {
        var order = new Order { Number = number, Status = status, PlacedAt = new DateTime(2026, 11, 1, 10, 0, 0, DateTimeKind.Utc) };
        foreach (var (product, quantity) in lines)
            order.Lines.Add(new OrderLine { Position = order.Lines.Count + 1, Product = product, Quantity = quantity, UnitPrice = product.Price });
        return order;
    }
}
