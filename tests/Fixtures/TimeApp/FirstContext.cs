using System.Collections.Generic;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace TimeApp;

/// <summary>Its model has values of every type, as defaults and in a row.</summary>
public class FirstContext : DbContext
{
    public DbSet<Visit> Visits => Set<Visit>();

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseNpgsql("Host=nowhere", o => o.UseNodaTime());

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Visit>(visit =>
    {
        var at = Instant.FromUtc(2026, 11, 22, 14, 3, 5).PlusNanoseconds(123456000);
        visit.Property(v => v.At).HasDefaultValue(at);
        visit.Property(v => v.Local).HasDefaultValue(new LocalDateTime(2026, 11, 22, 14, 3, 5));
        visit.Property(v => v.Day).HasDefaultValue(new LocalDate(2026, 11, 22));
        visit.Property(v => v.Time).HasDefaultValue(new LocalTime(14, 3, 5, 250));
        visit.Property(v => v.Clock).HasDefaultValue(new OffsetTime(new LocalTime(14, 3), NodaTime.Offset.FromHours(-2)));
        visit.Property(v => v.Length).HasDefaultValue(Duration.FromHours(26) + Duration.FromMilliseconds(5));
        visit.Property(v => v.Rest).HasDefaultValue(new PeriodBuilder { Years = 1, Months = 2, Days = 3, Hours = 4, Seconds = -5 }.Build());
        visit.Property(v => v.Open).HasDefaultValue(new Interval(at, at + Duration.FromHours(8)));
        visit.Property(v => v.Holiday).HasDefaultValue(new DateInterval(new LocalDate(2026, 12, 24), new LocalDate(2027, 1, 1)));
        visit.Property(v => v.Zone).HasDefaultValue(DateTimeZoneProviders.Tzdb["Europe/Berlin"]);
        visit.Property(v => v.Zoned).HasDefaultValue(at.InUtc());
        visit.Property(v => v.Offset).HasDefaultValue(at.WithOffset(NodaTime.Offset.Zero));
        visit.Property(v => v.Days).HasDefaultValue(new List<LocalDate> { new(2026, 11, 22), new(2026, 11, 23) });
        visit.HasData(
            new Visit
            {
                Id = 1,
                At = at,
                Local = new(2026, 1, 2, 3, 4),
                Day = new(2026, 1, 2),
                Time = new(3, 4),
                Clock = new(new LocalTime(3, 4), NodaTime.Offset.FromHoursAndMinutes(5, 30)),
                Length = Duration.FromDays(-2),
                Rest = Period.FromDays(2) + Period.FromMilliseconds(3),
                Open = new Interval(at, null),
                Holiday = new(new LocalDate(2026, 1, 2), new LocalDate(2026, 1, 3)),
                Zone = DateTimeZoneProviders.Tzdb["Asia/Tokyo"],
                Zoned = at.InUtc(),
                Offset = at.WithOffset(NodaTime.Offset.Zero),
                Left = at + Duration.FromMinutes(1),
                Days = [new(2026, 1, 2)],
                Opens = [new Interval(at, at + Duration.FromHours(1)), new Interval(null, at)],
            });
    });
}
