using System.Linq;
using CsCheck;

namespace DbMigrate.Revisions.Tests.Graph;

/// <summary>Draws graphs in <see cref="Notation"/>: several bases, branches, merges, dependencies and labels, in any file order.</summary>
internal static class RandomGraph
{
    public static Gen<string> Any { get; } =
        from size in Gen.Int[0, 24]
        from shape in Gen.Select(Gen.Int[0, 9].Array[size], Gen.Int[0, 1000].Array[size], Gen.Int[0, 1000].Array[size])
        from order in Gen.Shuffle(Enumerable.Range(0, size).ToArray())
        select string.Join(" ", order.Select(i => Word(i, shape.Item1[i], shape.Item2[i], shape.Item3[i]) + Label(i, shape.Item3[i])));

    /// <summary>A graph and destinations in it, to be applied one after the other.</summary>
    public static Gen<(string Graph, int[] Targets)> WithTargets { get; } = Gen.Select(Any, Gen.Int[0, 1000].Array[1, 4], (g, t) => (g, t));

    // On one in seven, and nowhere twice.
    private static string Label(int i, int drawn) => drawn % 7 == 0 ? $"#label{i}" : "";

    private static string Word(int i, int kind, int first, int second)
    {
        if (i == 0)
            return "r0:-";

        var parent = "r" + first % i;
        var other = "r" + second % i;
        return kind switch
        {
            0 => $"r{i}:-",
            1 => $"r{i}:-~{parent}",
            2 or 3 when parent != other => $"r{i}:{parent},{other}",
            4 => $"r{i}:{parent}~{other}",

            // Mostly chains, so that walks lead somewhere.
            > 6 => $"r{i}:r{i - 1}",
            _ => $"r{i}:{parent}",
        };
    }
}
