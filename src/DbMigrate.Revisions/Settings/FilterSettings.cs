using System.Collections.Generic;

namespace DbMigrate.Revisions.Settings;

/// <summary>One pattern of the settings' <c>Include</c> or <c>Exclude</c>.</summary>
/// <param name="Kind">What it is about, a key of <see cref="Kinds"/>.</param>
/// <param name="Pattern">A <see cref="NamePattern"/>.</param>
/// <param name="IsExclude">Whether what fits is left out; else what does not fit any pattern of its kind is.</param>
public sealed record FilterSettings(string Kind, string Pattern, bool IsExclude)
{
    /// <summary>What can be filtered, with the greatest number of parts that its name has.</summary>
    public static IReadOnlyDictionary<string, int> Kinds { get; } = new Dictionary<string, int>(System.StringComparer.OrdinalIgnoreCase)
    {
        ["Schemas"] = 1,
        ["Tables"] = 2,
        ["Columns"] = 3,
        ["Indexes"] = 3,
        ["ForeignKeys"] = 3,
        ["UniqueConstraints"] = 3,
        ["Checks"] = 3,
        ["Sequences"] = 2,
        ["Views"] = 2,
        ["Triggers"] = 3,
    };
}
