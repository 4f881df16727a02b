using System;
using System.Linq;

namespace DbMigrate.Engine.Diff;

/// <summary>Names that a naming convention makes of each other: <c>FullName</c> and <c>full_name</c>.</summary>
internal static class NameLikeness
{
    /// <summary>The name without case and underscores.</summary>
    public static string Reduce(string name) => string.Concat(name.Where(c => c != '_').Select(char.ToUpperInvariant));

    /// <summary>Whether two names differ in their spelling alone.</summary>
    public static bool Same(string left, string right) => string.Equals(Reduce(left), Reduce(right), StringComparison.Ordinal);
}
