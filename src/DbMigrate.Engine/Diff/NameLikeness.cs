using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace DbMigrate.Engine.Diff;

/// <summary>Names that a naming convention makes of each other: <c>FullName</c> and <c>full_name</c>.</summary>
internal static class NameLikeness
{
    /// <summary>The name without case and underscores.</summary>
    public static string Reduce(string name) => string.Concat(name.Where(c => c != '_').Select(char.ToUpperInvariant));

    /// <summary>Whether two names differ in their spelling alone.</summary>
    public static bool Same(string left, string right) => string.Equals(Reduce(left), Reduce(right), StringComparison.Ordinal);

    /// <summary>Whether one name says all that the other says, and more: <c>Phone</c> and <c>PhoneNumber</c>, <c>name</c> and <c>full_name</c>.</summary>
    public static bool Extends(string left, string right)
    {
        var (few, many) = left.Length < right.Length ? (Words(left), Words(right)) : (Words(right), Words(left));
        // "Id" and the like stand in many names without meaning the same.
        return few.Any(w => w.Length > 2) && few.IsProperSubsetOf(many);
    }

    private static HashSet<string> Words(string name)
        => Regex.Matches(name, "[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+").Select(m => m.Value.ToUpperInvariant()).ToHashSet(StringComparer.Ordinal);
}
