using Microsoft.EntityFrameworkCore;
using NetTopologySuite.Geometries;

namespace PlaceApp;

/// <summary>The model, changed: a new column, a required one, another default, two columns and an index gone.</summary>
public sealed class SecondContext : FirstContext
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Place>(place =>
        {
            place.Property<LineString?>("Road").HasColumnType("geometry (linestring, 3857)");
            place.Property(p => p.Outline).IsRequired();
            place.Property(p => p.Centre).HasDefaultValue(new Point(2.35, 48.85) { SRID = 4326 });
            place.Ignore(p => p.Globe);
            place.Ignore(p => p.Area);
        });
    }
}
