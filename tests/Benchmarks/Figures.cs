using System;
using System.Collections.Generic;
using System.Linq;

namespace Benchmarks;

/// <summary>A line of the report.</summary>
/// <param name="What">What was done.</param>
/// <param name="Milliseconds">Ours, one per run.</param>
/// <param name="Peer">The other tool's for the same job; empty for none.</param>
/// <param name="Budget">What the design allows.</param>
internal sealed record Figure(string What, IReadOnlyList<double> Milliseconds, IReadOnlyList<double> Peer, string Budget)
{
    /// <summary>The other tool.</summary>
    public string PeerName { get; init; } = "dotnet ef";
}

internal static class Figures
{
    public static void Print(string title, IEnumerable<Figure> figures)
    {
        Console.WriteLine();
        Console.WriteLine(title);
        foreach (var f in figures)
        {
            var ours = Median(f.Milliseconds);
            var peer = f.Peer.Count == 0 ? "" : $"  {f.PeerName} {Median(f.Peer),7:0} ms  ratio {ours / Median(f.Peer):0.00}";
            Console.WriteLine($"  {f.What,-58} {ours,7:0} ms{peer}  (budget {f.Budget})");
        }
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    public static double[] Repeat(int times, Func<double> measure) => [.. Enumerable.Range(0, times).Select(_ => measure())];
}
