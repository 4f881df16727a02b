using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Tests.Inheritance;

namespace DbMigrate.Engine.Tests.Generators.Mapping;

/// <summary>Draws entities that two models map in different ways, and their rows.</summary>
internal sealed class MappedPairGen(Draw draw)
{
    private const int FirstSeed = 101;

    private static readonly Strategy[] Strategies = Enum.GetValues<Strategy>();

    private static readonly Placement[] Placements = Enum.GetValues<Placement>();

    public MappedPair Pair()
    {
        List<MappedPart> parts = [];
        if (draw.Chance(50))
            parts.Add(Hierarchy());
        if (draw.Chance(45))
            parts.Add(Owner());
        if (draw.Chance(25))
            parts.Add(Listing());
        if (draw.Chance(20))
            parts.Add(Split());
        if (draw.Chance(20))
            parts.Add(Share());
        return new(parts);
    }

    private HierarchyPart Hierarchy()
    {
        var before = draw.Pick(Strategies);
        var after = draw.Pick([.. Strategies.Except([before])]);
        var isAbstract = draw.Chance(50);
        List<Type> types = [.. new[] { typeof(Vehicle), typeof(Truck) }, .. draw.Chance(70) ? [typeof(Bike)] : Array.Empty<Type>()];
        if (types.Contains(typeof(Bike)) && draw.Chance(40))
            types.Add(typeof(Tandem));
        if (isAbstract)
            types = [typeof(Asset), .. types, .. draw.Chance(50) ? [typeof(Building)] : Array.Empty<Type>()];
        var isShared = types.Contains(typeof(Bike)) && draw.Chance(50);
        var properties = types.SelectMany(t => MappedProperty.Draw(draw, t, t == types[0])).ToList();
        if (isShared)
            properties = [.. properties.Where(p => p.Name != nameof(Bike.Age)), new(typeof(Truck).GetProperty(nameof(Truck.Age))!), new(typeof(Bike).GetProperty(nameof(Bike.Age))!)];
        var id = 1;
        var rows = types.Where(t => !t.IsAbstract).SelectMany(t => Enumerable.Range(0, draw.Between(1, 2)).Select(_ => DrawnValues.Row(draw, t, id++, properties))).ToList();
        var hasParents = draw.Chance(30);
        if (hasParents)
            ((Asset)rows[^1]).ParentId = 1;
        List<object> seeds = draw.Chance(50) ? [.. types.Where(t => !t.IsAbstract && draw.Chance(60)).Select((t, n) => DrawnValues.Row(draw, t, FirstSeed + n, properties))] : [];
        var deleted = seeds.Where(_ => draw.Chance(20)).ToList();
        var changed = seeds.Except(deleted).Where(_ => draw.Chance(30)).Select(s => DrawnValues.Row(draw, s.GetType(), ((Asset)s).Id, properties)).ToList();
        rows.AddRange(changed);
        rows.AddRange(seeds.Except(deleted).Where(s => !changed.Exists(c => ((Asset)c).Id == ((Asset)s).Id)));
        var visited = draw.Chance(40) ? draw.Pick(types) : null;
        if (visited is not null)
            rows.AddRange(rows.Where(visited.IsInstanceOfType).Cast<Asset>().ToList().Select((a, n) => new Visit { Id = n + 1, AssetId = a.Id }));
        return new(before, after, types)
        {
            Properties = properties,
            Rows = rows,
            Seeds = seeds,
            Deleted = deleted,
            Changed = changed,
            Visited = visited,
            HasParents = hasParents,
            IsNumbered = draw.Chance(30),
            IsShared = isShared,
            IsRenamed = (!isAbstract || (before, after) is (Strategy.Tph, Strategy.Tpt) or (Strategy.Tpt, Strategy.Tph)) && draw.Chance(30),
            Indexed = draw.Chance(50) ? properties.Find(p => p.Member.ReflectedType == types[0] && p.IsBefore && p.IsAfter)?.Name : null,
        };
    }

    private OwnerPart Owner()
    {
        var before = draw.Pick(Placements);
        var after = draw.Pick([.. Placements.Except([before])]);
        var isRequired = draw.Chance(40);
        List<MappedProperty> own = [new(typeof(Holder).GetProperty(nameof(Holder.Title))!)];
        var parts = Kept(MappedProperty.Draw(draw, typeof(Place), isRoot: true, least: 1));
        if (isRequired && draw.Chance(60))
            parts = parts.ConvertAll(p => p with { IsRequired = false });

        // In columns, what may be missing and has an object must have a value that tells whether it is there.
        var isTold = isRequired || parts.Exists(p => p.IsRequired);
        var (hasInner, hasList) = (isTold && draw.Chance(60), isTold && draw.Chance(40));
        Holder NewHolder(int id) => (Holder)DrawnValues.Row(draw, typeof(Holder), id, own);
        Place? NewPlace(int id)
        {
            if (!isRequired && draw.Chance(30))
                return null;
            var place = (Place)DrawnValues.Row(draw, typeof(Place), 0, parts.Exists(p => p.IsRequired) || draw.Chance(60) ? parts : []);
            place.HolderId = id;
            return place;
        }

        var ids = Enumerable.Range(1, draw.Between(1, 3)).ToList();
        var (rows, seeds) = (new List<object>(), new List<object>());
        foreach (var id in ids)
        {
            var holder = NewHolder(id);
            holder.Place = NewPlace(id);
            if (hasInner && holder.Place is { } place && draw.Chance(70))
                place.Corner = Whole<Corner>();
            if (hasList)
                holder.Place?.Spots.AddRange(Several<Spot>());
            rows.Add(holder);
        }

        if (before != Placement.Json && after != Placement.Json && draw.Chance(60))
        {
            var place = NewPlace(FirstSeed);
            seeds.Add(new Holder { Id = FirstSeed, Title = "seed" });
            if (place is not null)
                seeds.Add(place);
            rows.Add(new Holder { Id = FirstSeed, Title = "seed", Place = place });
        }

        return new(before, after, isRequired) { Properties = [.. own, .. parts], Rows = rows, Seeds = seeds, HasInner = hasInner, HasList = hasList };
    }

    private ListPart Listing()
    {
        List<MappedProperty> own = [new(typeof(Basket).GetProperty(nameof(Basket.Title))!)];
        var parts = Kept(MappedProperty.Draw(draw, typeof(Article), isRoot: true, least: 1));
        var (rows, hasInner) = (new List<object>(), draw.Chance(50));
        for (var id = draw.Between(1, 3); id > 0; id--)
        {
            var basket = (Basket)DrawnValues.Row(draw, typeof(Basket), id, own);
            basket.Articles.AddRange(Enumerable.Range(0, draw.Between(0, 4)).Select(_ => (Article)DrawnValues.Row(draw, typeof(Article), 0, parts)));
            if (hasInner)
                basket.Articles.ForEach(a => a.Stickers.AddRange(Several<Sticker>()));
            rows.Add(basket);
        }

        return new(draw.Chance(50)) { Properties = [.. own, .. parts], Rows = rows, HasInner = hasInner };
    }

    private List<T> Several<T>() => [.. Enumerable.Range(0, draw.Between(0, 3)).Select(_ => Whole<T>())];

    // Something within an owned type, with all that its class has.
    private T Whole<T>() => (T)DrawnValues.Row(draw, typeof(T), 0, MappedProperty.Pool(typeof(T), isRoot: true).Select(p => new MappedProperty(p)));

    private SplitPart Split()
    {
        var properties = Kept(MappedProperty.Draw(draw, typeof(Novel), isRoot: true, least: 2), 2);
        var second = properties.Where((p, n) => p.IsBefore && p.IsAfter && n != 1 && (n == 0 || draw.Chance(50))).Select(p => p.Name).ToList();
        List<object> seeds = draw.Chance(50) ? [DrawnValues.Row(draw, typeof(Novel), FirstSeed, properties)] : [];
        return new(draw.Chance(50), second)
        {
            Properties = properties,
            Seeds = seeds,
            Rows = [.. Enumerable.Range(1, draw.Between(1, 3)).Select(i => DrawnValues.Row(draw, typeof(Novel), i, properties)), .. seeds],
        };
    }

    private SharePart Share()
    {
        var (own, other) = (MappedProperty.Draw(draw, typeof(Contract), isRoot: true), MappedProperty.Draw(draw, typeof(Delivery), isRoot: true, least: 1));

        // A table that has more is another thing.
        other = other.ConvertAll(p => p with { IsBefore = true, IsAfter = true });
        var (rows, seeds) = (new List<object>(), new List<object>());
        for (var id = draw.Between(1, 3); id > 0; id--)
            rows.Add(NewContract(id));
        if (draw.Chance(50))
        {
            var contract = NewContract(FirstSeed);
            rows.Add(contract);
            seeds.Add(new Contract { Id = FirstSeed, Topic = contract.Topic });
            if (contract.Delivery is { } delivery)
                seeds.Add(delivery);
        }

        return new(draw.Chance(50)) { Properties = [.. own, .. other], Rows = rows, Seeds = seeds };

        Contract NewContract(int id)
        {
            var contract = (Contract)DrawnValues.Row(draw, typeof(Contract), id, own);
            contract.Delivery = draw.Chance(30) ? null : (Delivery)DrawnValues.Row(draw, typeof(Delivery), id, other);
            return contract;
        }
    }

    // Something must be left that has two places.
    private static List<MappedProperty> Kept(List<MappedProperty> properties, int count = 1)
    {
        for (var i = 0; i < count; i++)
            properties[i] = properties[i] with { IsBefore = true, IsAfter = true };
        return properties;
    }
}
