using Microsoft.EntityFrameworkCore;

namespace SteppingTarget;

public sealed class SteppingContext : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite(new SteppingConnection());
}
