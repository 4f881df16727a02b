using System.Globalization;
using System.Linq;

namespace DbMigrate.Engine.Diff;

/// <summary>A store type taken apart: <c>numeric(10, 2)</c> is of the kind <c>numeric</c> and has the limits 10 and 2.</summary>
/// <param name="Text">The whole.</param>
/// <param name="Kind">The type without what is in parentheses.</param>
/// <param name="Limits">Length, or precision and scale; none where nothing limits it.</param>
internal sealed record StoreTypeParts(string Text, string Kind, int[] Limits)
{
    /// <summary>Reads a store type. The text says more than a model's facets, which a type that was given as text does not have.</summary>
    /// <param name="storeType">The type.</param>
    public static StoreTypeParts Read(string storeType)
    {
        var (start, end) = (storeType.IndexOf('('), storeType.IndexOf(')'));
        if (start < 0 || end < start)
            return new(storeType, storeType, []);
        var limits = storeType[(start + 1)..end].Split(',').Select(l => int.TryParse(l.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null).ToList();
        return new(storeType, storeType[..start].TrimEnd() + storeType[(end + 1)..], limits.Contains(null) ? [] : [.. limits.Select(l => l!.Value)]);
    }

    /// <summary>Whether every value of another type of this kind keeps all its letters or digits in this one.</summary>
    /// <param name="old">The other.</param>
    public bool Holds(StoreTypeParts old)
    {
        if (Limits.Length == 0)
            return true;
        return old.Limits.Length > 0 && Scale >= old.Scale && Limits[0] - Scale >= old.Limits[0] - old.Scale;
    }

    private int Scale => Limits.Length > 1 ? Limits[1] : 0;
}
