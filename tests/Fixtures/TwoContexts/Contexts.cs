using Microsoft.EntityFrameworkCore;

namespace TwoContexts;

public sealed class Note
{
    public int Id { get; set; }
}

public sealed class GoodContext : DbContext
{
    public DbSet<Note> Notes => Set<Note>();

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=good.db");
}

/// <summary>Cannot be created.</summary>
public sealed class BadContext : DbContext
{
    public BadContext() => throw new InvalidOperationException("The vault is closed today.");

    public DbSet<Note> Notes => Set<Note>();
}
