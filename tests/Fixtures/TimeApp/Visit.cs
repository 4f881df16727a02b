using System.Collections.Generic;
using NodaTime;

namespace TimeApp;

/// <summary>Every type of NodaTime that the plug-in maps, with a default value where its column can have one.</summary>
public sealed class Visit
{
    public int Id { get; set; }

    public Instant At { get; set; }

    public LocalDateTime Local { get; set; }

    public LocalDate Day { get; set; }

    public LocalTime Time { get; set; }

    public OffsetTime Clock { get; set; }

    public Duration Length { get; set; }

    public Period Rest { get; set; } = Period.Zero;

    public Interval Open { get; set; }

    public DateInterval Holiday { get; set; } = new(new LocalDate(2000, 1, 1), new LocalDate(2000, 1, 1));

    public DateTimeZone Zone { get; set; } = DateTimeZone.Utc;

    public ZonedDateTime Zoned { get; set; }

    public OffsetDateTime Offset { get; set; }

    public Instant? Left { get; set; }

    public List<LocalDate> Days { get; set; } = [];

    public Interval[] Opens { get; set; } = [];
}
