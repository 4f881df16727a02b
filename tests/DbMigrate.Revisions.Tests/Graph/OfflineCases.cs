using System.Linq;
using CsCheck;
using DbMigrate.Revisions.Graph;
using Xunit;

namespace DbMigrate.Revisions.Tests.Graph;

/// <summary>What a range asks for where no database says what is applied.</summary>
public sealed class OfflineCases
{
    private const string Linear = "aaaa:- bbbb:aaaa cccc:bbbb";
    private const string Branches = "a:- b:a c1:b#c1branch d1:c1 c2:b#c2branch d2:c2";
    private const string Diamond = "a:- b:a c1:b d1:c1 c2:b#c2branch d2:c2 e:d1,d2 f:e";
    private const string Trees = "a1:- a2:a1 a3:a2 b1:- b2:b1~a2 b3:b2";

    [Theory]
    [InlineData("C47", Linear, "bbbb:cccc", "up cccc")]
    [InlineData("C47", Linear, "base:head", "up aaaa bbbb cccc")]
    [InlineData("C47", Linear, "cccc:base", "down cccc bbbb aaaa")]
    [InlineData("C47", Linear, "cccc:aaaa", "down cccc bbbb")]
    [InlineData("left out sides", Linear, ":", "up aaaa bbbb cccc")]
    [InlineData("left out start", Linear, ":bbbb", "up aaaa bbbb")]
    [InlineData("left out end", Linear, "bbbb:", "up cccc")]
    [InlineData("relative end", Linear, "head:-1", "down cccc")]
    [InlineData("relative end", Linear, "aaaa:+1", "up bbbb")]
    [InlineData("relative end, named", Linear, "base:head-1", "up aaaa bbbb")]
    [InlineData("relative start", Linear, "-2:head", "up bbbb cccc")]
    [InlineData("relative start", Linear, "-1:bbbb", "up bbbb")]
    [InlineData("nothing between", Linear, "bbbb:bbbb", "")]
    [InlineData("all branches", Branches, "base:heads", "up a b c1 d1 c2 d2")]
    [InlineData("one branch", Branches, "b:c2branch@head", "up c2 d2")]
    [InlineData("from one branch to the other", Branches, "d1:d2", "up c2 d2")]
    [InlineData("a branch goes back", Branches, "d1,d2:c2branch@b", "down d2 c2")]
    [InlineData("all branches go back", Branches, "heads:a", "down d2 c2 d1 c1 b")]
    [InlineData("one of two starts", Branches, "d1, c2:d2", "up d2")]
    [InlineData("two ends", Branches, "b:c1,c2", "up c1 c2")]
    [InlineData("a merge alone", Diamond, "d1,d2:e", "up e")]
    [InlineData("a merge from one arm", Diamond, "d1:e", "up c2 d2 e")]
    [InlineData("a merge goes back to both arms", Diamond, "e:d1,d2", "down e")]
    [InlineData("a merge goes back", Diamond, "e:-1", "down e")]
    [InlineData("below a branch point", Diamond, "f:b", "down f e d2 c2 d1 c1")]
    [InlineData("dependencies", Trees, "base:b2", "up a1 a2 b1 b2")]
    [InlineData("a dependency counts as applied", Trees, "b2:heads", "up a3 b3")]
    [InlineData("dependents go back too", Trees, "b2,a3:a1", "down b2 a3 a2")]
    public void A_range_says_what_runs(string number, string graph, string range, string steps)
    {
        var plan = OfflinePlan.Make(Notation.Graph(graph), [range]);
        var shown = plan.Steps.Count == 0 ? "" : $"{(plan.IsDown ? "down" : "up")} {string.Join(" ", plan.Steps.Select(s => s.Id))}";
        Assert.Equal((number, steps), (number, shown));
        OrderAssert.ParentsFirst(plan.IsDown ? [.. plan.Steps.Reverse()] : plan.Steps);
    }

    [Theory]
    [InlineData("c1 c2:d2", "up d2")]
    [InlineData("b:c1 c2", "up c1 c2")]
    [InlineData("b:c1 b:c2", "up c1 c2")]
    public void A_list_may_come_apart_at_its_commas(string parts, string steps)
        => Assert.Equal(steps, "up " + string.Join(" ", OfflinePlan.Make(Notation.Graph(Branches), parts.Split(' ')).Steps.Select(s => s.Id)));

    [Theory]
    [InlineData("C46, two different starts", "a:c1 b:c2", "RangeInvalid", "start at different places")]
    [InlineData("C42", "abc", "RangeInvalid", "A range requires [start]:[end], [start]:, or :[end], but is 'abc'")]
    [InlineData("three sides", "a:b:c1", "RangeInvalid", "but is 'a:b:c1'")]
    [InlineData("a range and something else", "a:b b:c1 c2", "RangeInvalid", "but is 'a:b, b:c1, c2'")]
    [InlineData("no database", "base:current", "RevisionNotFound", "depends on where a database is")]
    [InlineData("no database", "current:heads", "RevisionNotFound", "depends on where a database is")]
    [InlineData("unknown", "a:zzzz", "RevisionNotFound", "'zzzz'")]
    [InlineData("several heads", "a:head", "MultipleHeads", "d1")]
    [InlineData("beyond the end", "a:-2", "RevisionNotReachable", "didn't produce 2 migrations")]
    public void Refuses_with_the_reason(string number, string range, string error, string message)
        => ErrorAssert.Throws(number, error, message, () => OfflinePlan.Make(Notation.Graph(Branches), range.Split(' ')));

    [Fact]
    public void A_command_goes_its_own_way_only()
    {
        var graph = Notation.Graph(Linear);
        ErrorAssert.Throws("up", "RangeInvalid", "goes down", () => OfflinePlan.Make(graph, ["cccc:aaaa"], isDown: false));
        ErrorAssert.Throws("up", "RangeInvalid", "goes down", () => OfflinePlan.Make(graph, ["cccc:-1"], isDown: false));
        ErrorAssert.Throws("down", "RevisionNotReachable", "cccc is not applied", () => OfflinePlan.Make(graph, ["aaaa:cccc"], isDown: true));
        Assert.Empty(OfflinePlan.Make(graph, ["bbbb:bbbb"], isDown: false).Steps);
        Assert.Equal(["cccc", "bbbb"], OfflinePlan.Make(graph, [":aaaa"], isDown: true).Steps.Select(s => s.Id));
        Assert.Equal(["aaaa"], OfflinePlan.Make(graph, ["aaaa:"], isDown: true).Steps.Select(s => s.Id));
    }

    [Theory]
    [InlineData("C13", Branches, "d1,c2:b", "a b c1 d1 c2", "a b")]
    [InlineData("C19", Diamond, "e:c2", "a b c1 d1 c2 d2 e", "a b c2")]
    [InlineData("C48", Branches, "a:c1,c2", "a", "a b c1 c2")]
    [InlineData("from nothing", Branches, ":c1", "", "a b c1")]
    [InlineData("to nothing", Branches, "c1:base", "a b c1", "")]
    public void A_stamp_may_go_either_way(string number, string graph, string range, string before, string after)
    {
        var stamp = OfflinePlan.Stamp(Notation.Graph(graph), [range]);
        Assert.Equal((number, before, after), (number, string.Join(" ", stamp.Before), string.Join(" ", stamp.After)));
    }

    [Fact]
    public void A_script_up_and_one_down_undo_each_other_on_any_graph()
        => RandomGraph.WithTargets.Sample(
            drawn =>
            {
                var graph = Notation.Graph(drawn.Graph);
                if (graph.Ordered.Count == 0)
                    return;
                var end = string.Join(",", drawn.Targets.Select(n => graph.Ordered[n % graph.Ordered.Count].Id).DefaultIfEmpty("heads"));
                var up = OfflinePlan.Make(graph, ["base:" + end]);
                var down = OfflinePlan.Make(graph, [end + ":base"]);
                Assert.False(up.IsDown);
                Assert.True(down.IsDown);
                Assert.Equal(up.Steps.Select(s => s.Id), down.Steps.Select(s => s.Id).Reverse());
                Assert.Equal(down.Applied, OfflinePlan.Stamp(graph, ["base:" + end]).After);
            },
            iter: 2000);
}
