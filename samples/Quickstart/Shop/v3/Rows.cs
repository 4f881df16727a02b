using Microsoft.EntityFrameworkCore;

namespace Shop;

internal static class Rows
{
    /// <summary>A last order under the new numbers.</summary>
    public static void Fill(ShopContext shop)
    {
        var grace = shop.Customers.Single(c => c.LastName == "Hopper");
        var map = shop.Products.Single(p => p.Sku == "D-1");
        var order = new Order { Number = "2026-1004", Status = OrderStatus.Placed, Currency = "EUR", PlacedAt = new DateTime(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc) };
        order.Lines.Add(new OrderLine { Position = 1, Product = map, Quantity = 1, UnitPrice = map.Price });
        grace.PhoneNumber = "+32 2 1";
        grace.Orders.Add(order);
        shop.SaveChanges();
        Console.WriteLine("Grace has come back.");
    }

    public static void Show(ShopContext shop)
    {
        foreach (var customer in shop.Customers.Include(c => c.Orders).ThenInclude(o => o.Lines)
            .Include(c => c.Orders).ThenInclude(o => o.Payments).OrderBy(c => c.Id))
        {
            Console.WriteLine($"{customer.FirstName + " " + customer.LastName,-14} {customer.Email,-18} {customer.Address.City}, {customer.Address.CountryCode}  phone: {customer.PhoneNumber}");
            foreach (var order in customer.Orders)
                Console.WriteLine($"  order {order.Number} ({order.Status}): {order.Lines.Count} lines, {order.Lines.Sum(l => l.Total):0.00} {order.Currency}, paid {order.Payments.Sum(p => p.Amount):0.00}");
        }

        foreach (var product in shop.Products.Include(p => p.Reviews).Include(p => p.Tags).OrderBy(p => p.Id))
            Console.WriteLine($"{product.Sku} {product.Name}: {product.Price:0.00}, {product.Reviews.Count} reviews, tags: {string.Join(", ", product.Tags.Select(t => t.Name))}");
    }
}
