using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace TimeApp;

/// <summary>The model, changed: a new column, a required one, another default, two columns gone.</summary>
public sealed class SecondContext : FirstContext
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Visit>(visit =>
        {
            visit.Property<LocalDate?>("Until");
            visit.Property(v => v.Left).IsRequired();
            visit.Property(v => v.At).HasDefaultValue(Instant.FromUtc(2027, 1, 1, 0, 0));
            visit.Ignore(v => v.Rest);
            visit.Ignore(v => v.Open);
        });
    }
}
