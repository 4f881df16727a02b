using System.Collections.Generic;
using Xunit;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>Cases of an owned type that goes to JSON from another place, or comes back from there, on each database.</summary>
internal static class BothWays
{
    /// <summary>Whether it is PostgreSQL, the other place, and whether it comes from JSON.</summary>
    public static TheoryData<bool, T, bool> Of<T>(IEnumerable<T> others)
    {
        var cases = new TheoryData<bool, T, bool>();
        foreach (var other in others)
        {
            cases.Add(false, other, false);
            cases.Add(false, other, true);
            cases.Add(true, other, false);
            cases.Add(true, other, true);
        }

        return cases;
    }
}
