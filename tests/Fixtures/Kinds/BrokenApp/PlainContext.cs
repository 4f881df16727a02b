using Microsoft.EntityFrameworkCore;

namespace BrokenApp;

/// <summary>Can be made without the app.</summary>
public sealed class PlainContext : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=constructor.db");
}
