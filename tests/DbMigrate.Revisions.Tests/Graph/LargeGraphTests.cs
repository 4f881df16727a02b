using System.Linq;
using DbMigrate.Revisions.Graph;
using Xunit;

namespace DbMigrate.Revisions.Tests.Graph;

/// <summary>Depth must never overflow a stack; how fast it is is for the benchmarks to say.</summary>
public sealed class LargeGraphTests
{
    private const int Size = 30_000;

    [Fact]
    public void A_long_chain_is_planned_up_and_down()
    {
        var text = string.Join(" ", Enumerable.Range(0, Size).Select(i => i == 0 ? "r0:-" : $"r{i}:r{i - 1}").Reverse());
        PlanAll(text, "head");
    }

    [Fact]
    public void A_chain_of_diamonds_is_planned_up_and_down()
    {
        var text = string.Join(" ", Enumerable.Range(0, Size / 3).Select(i => (i == 0 ? "m0:-" : $"m{i}:x{i - 1},y{i - 1}") + $" x{i}:m{i} y{i}:m{i}"));
        PlanAll(text, "heads");
    }

    private static void PlanAll(string text, string target)
    {
        var graph = Notation.Graph(text);
        var plan = RevisionPlanner.Up(graph, [], [target]);
        Assert.Equal(Size, plan.Count);
        Assert.Equal(Size, RevisionPlanner.Down(graph, [.. plan.Select(r => r.Id)], "base").Count);
    }
}
