using NetTopologySuite.Geometries;

namespace PlaceApp;

public sealed class Place
{
    public int Id { get; set; }

    public required Point Centre { get; set; }

    public Geometry? Area { get; set; }

    public Polygon? Outline { get; set; }

    public required Point Globe { get; set; }
}
