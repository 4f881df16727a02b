using System;
using System.Collections.Generic;
using System.Linq;

namespace DbMigrate.Engine.Diff;

/// <summary>Names that columns have for a moment, while another takes theirs.</summary>
/// <param name="taken">The names of the table's columns.</param>
internal sealed class PassingNames(IEnumerable<string> taken)
{
    // With what is added, no database cuts it.
    private const int Longest = 48;

    private readonly HashSet<string> _taken = new(taken, StringComparer.OrdinalIgnoreCase);

    /// <summary>A name that no column has.</summary>
    /// <param name="name">The name until now.</param>
    public string Of(string name)
    {
        var bytes = 0;
        var passing = string.Concat(name.EnumerateRunes().TakeWhile(r => (bytes += r.Utf8SequenceLength) <= Longest)) + "__renamed";
        while (!_taken.Add(passing))
            passing += "_";
        return passing;
    }
}
