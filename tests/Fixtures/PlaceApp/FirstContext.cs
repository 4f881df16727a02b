using Microsoft.EntityFrameworkCore;
using NetTopologySuite.Geometries;

namespace PlaceApp;

/// <summary>Shapes with and without a type and a spatial reference, in columns, a default, an index and a row.</summary>
public class FirstContext : DbContext
{
    public DbSet<Place> Places => Set<Place>();

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseNpgsql("Host=nowhere", o => o.UseNetTopologySuite());

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var origin = new Point(13.4, 52.5) { SRID = 4326 };
        modelBuilder.HasPostgresExtension("postgis");
        modelBuilder.Entity<Place>(place =>
        {
            place.Property(p => p.Centre).HasColumnType("geometry (point, 4326)").HasDefaultValue(origin);
            place.Property(p => p.Outline).HasColumnType("geometry (polygon)");
            place.Property(p => p.Globe).HasColumnType("geography (point)");
            place.HasIndex(p => p.Area).HasMethod("gist");
            place.HasData(new Place
            {
                Id = 1,
                Centre = origin,
                Area = new LineString([new(0, 0), new(1, 1.5)]),
                Outline = new Polygon(new LinearRing([new(0, 0), new(4, 0), new(4, 4), new(0, 0)]), [new LinearRing([new(2, 1), new(3, 1), new(3, 2), new(2, 1)])]),
                Globe = origin,
            });
        });
    }
}
