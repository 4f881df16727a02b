using System.Collections.Generic;
using System.Linq;

namespace DbMigrate.Engine.Apply;

/// <summary>Says which revisions a run has finished.</summary>
internal static class DoneText
{
    /// <param name="done">Their ids, in order.</param>
    /// <param name="down">Whether they were undone.</param>
    public static string Of(IReadOnlyList<string> done, bool down) => done.Count == 0
        ? $"No revision was {(down ? "undone" : "applied")} before it."
        : $"{(down ? "Undone" : "Applied")} before it: {string.Join(", ", done.Select(d => $"'{d}'"))}.";
}
