using System;
using System.Collections.Generic;

namespace DbMigrate.Engine.Tests.Generators.Mapping;

// Classes that drawn models map. A model leaves out what was not drawn of them; what is required is drawn too, hence every
// property can do without a value.
internal abstract class Asset
{
    public int Id { get; set; }

    public string? Label { get; set; }

    public int? Rank { get; set; }

    public int? ParentId { get; set; }
}

internal class Vehicle : Asset
{
    public string? Plate { get; set; }

    public decimal? Price { get; set; }
}

internal class Truck : Vehicle
{
    public int? Age { get; set; }

    public bool? HasTrailer { get; set; }

    public double? Load { get; set; }
}

internal class Bike : Vehicle
{
    public int? Age { get; set; }

    public DateTime? Bought { get; set; }
}

internal sealed class Tandem : Bike
{
    public Guid? Token { get; set; }
}

internal sealed class Building : Asset
{
    public string? Street { get; set; }

    public DateOnly? Built { get; set; }
}

internal sealed class Visit
{
    public int Id { get; set; }

    public int AssetId { get; set; }
}

internal sealed class Holder
{
    public int Id { get; set; }

    public string? Title { get; set; }

    public Place? Place { get; set; }
}

internal sealed class Place
{
    public int HolderId { get; set; }

    public string? Street { get; set; }

    public int? Floor { get; set; }

    public long? Parcel { get; set; }

    public bool? HasLift { get; set; }

    public decimal? Rent { get; set; }

    public double? Height { get; set; }

    public DateTime? Since { get; set; }

    public Guid? Token { get; set; }

    public DateOnly? Built { get; set; }

    public Corner? Corner { get; set; }

    public List<Spot> Spots { get; set; } = [];
}

internal sealed class Spot
{
    public string? Name { get; set; }

    public int? Depth { get; set; }

    public bool? IsFree { get; set; }

    public DateTime? Since { get; set; }
}

internal sealed class Corner
{
    public int Number { get; set; }

    public string? Note { get; set; }

    public double? Width { get; set; }

    public bool? IsHigh { get; set; }
}

internal sealed class Basket
{
    public int Id { get; set; }

    public string? Title { get; set; }

    public List<Article> Articles { get; set; } = [];
}

internal sealed class Article
{
    public string? Name { get; set; }

    public int? Count { get; set; }

    public bool? IsNew { get; set; }

    public List<string>? Labels { get; set; }

    public decimal? Price { get; set; }

    public double? Weight { get; set; }

    public DateTime? Made { get; set; }

    public Guid? Token { get; set; }

    public List<Sticker> Stickers { get; set; } = [];
}

internal sealed class Sticker
{
    public string? Text { get; set; }

    public decimal? Size { get; set; }

    public Guid? Token { get; set; }

    public DateOnly? Day { get; set; }
}

internal sealed class Novel
{
    public int Id { get; set; }

    public string? Title { get; set; }

    public int? Pages { get; set; }

    public string? Plot { get; set; }

    public decimal? Rating { get; set; }
}

internal sealed class Contract
{
    public int Id { get; set; }

    public string? Topic { get; set; }

    public Delivery? Delivery { get; set; }
}

internal sealed class Delivery
{
    public int Id { get; set; }

    public string? City { get; set; }

    public int? Weight { get; set; }

    public DateTime? Due { get; set; }
}
