using Kinds;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace WebLibrary;

public sealed class RequestContext(IHttpContextAccessor? accessor = null) : DbContext
{
    public DbSet<Customer> Customers => Set<Customer>();

    public string? User => accessor?.HttpContext?.User.Identity?.Name;

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseDatabase("Data Source=library.db");
}
