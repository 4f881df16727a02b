using Microsoft.EntityFrameworkCore;

namespace Shop;

internal static class Rows
{
    /// <summary>The first days with payments.</summary>
    public static void Fill(ShopContext shop)
    {
        var dune = shop.Products.Single(p => p.Sku == "B-1");
        var grace = new Customer
        {
            Email = "grace@example.com",
            FirstName = "Grace",
            LastName = "Hopper",
            Address = new Address { Street = "Harbour 9", City = "Brussels", CountryCode = "BE" },
        };
        var order = new Order { Number = 1003, Status = OrderStatus.Paid, Currency = "EUR", PlacedAt = new DateTime(2026, 11, 15, 9, 0, 0, DateTimeKind.Utc) };
        order.Lines.Add(new OrderLine { Position = 1, Product = dune, Quantity = 3, UnitPrice = dune.Price });
        order.Payments.Add(new Payment { Amount = 37.50m, PaidAt = new DateTimeOffset(2026, 11, 15, 9, 5, 0, TimeSpan.Zero) });
        grace.Orders.Add(order);
        shop.Add(grace);
        shop.SaveChanges();
        Console.WriteLine("Grace has bought and paid.");
    }

    public static void Show(ShopContext shop)
    {
        foreach (var customer in shop.Customers.Include(c => c.Orders).ThenInclude(o => o.Lines)
            .Include(c => c.Orders).ThenInclude(o => o.Payments).OrderBy(c => c.Id))
        {
            Console.WriteLine($"{customer.FirstName + " " + customer.LastName,-14} {customer.Email,-18} {customer.Address.City}, {customer.Address.CountryCode}  phone: {customer.Phone}");
            foreach (var order in customer.Orders)
                Console.WriteLine($"  order {order.Number} ({order.Status}): {order.Lines.Count} lines, {order.Lines.Sum(l => l.Total):0.00} {order.Currency}, paid {order.Payments.Sum(p => p.Amount):0.00}");
        }

        foreach (var product in shop.Products.Include(p => p.Reviews).Include(p => p.Tags).OrderBy(p => p.Id))
            Console.WriteLine($"{product.Sku} {product.Name}: {product.Price:0.00}, {product.Reviews.Count} reviews, tags: {string.Join(", ", product.Tags.Select(t => t.Name))}");
    }
}
