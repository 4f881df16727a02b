using System.Collections.Generic;
using System.Linq;
using CsCheck;
using DbMigrate.Revisions.Graph;
using Xunit;

namespace DbMigrate.Revisions.Tests.Graph;

/// <summary>What stamping leaves. Alembic's rows are the effective heads of the applied set.</summary>
public sealed class StampCases
{
    private const string Linear = "a:- b:a c:b d:c e:d";
    private const string Branches = "a:- b:a c1:b#c1branch d1:c1 c2:b#c2branch d2:c2";
    private const string Diamond = "a:- b:a c1:b d1:c1 c2:b#c2branch d2:c2 e:d1,d2 f:e";
    private const string Implied = "a1:-#lib1 b1:a1 c1:b1 a2:- b2:a2 c2:b2~c1 d1:c1 e1:d1 f1:e1";
    private const string Trees = "a1:- a2:a1 a3:a2 b1:- b2:b1~a2 b3:b2";

    [Theory]
    [InlineData("C6", Linear, "d", "base", "")]
    [InlineData("C13", Branches, "d1+c2", "b", "b")]
    [InlineData("C13", Branches, "d1+c2", "c1branch@base", "c2")]
    [InlineData("C13", Branches, "d1+c2", "c2branch@head", "d1 d2")]
    [InlineData("C19", Diamond, "e", "c2", "c2")]
    [InlineData("C19", Diamond, "e", "a", "a")]
    [InlineData("C19", Diamond, "c2", "e", "e")]
    [InlineData("C19", Diamond, "d1+c2", "e", "e")]
    [InlineData("C19", Diamond, "b", "e", "e")]
    [InlineData("C19", Diamond, "d1+c2", "c2branch@head", "f")]
    [InlineData("C20", Implied, "e1+c2", "b1", "b1")]
    [InlineData("C30, a2 is implied by b2", Trees, "", "b2", "b2")]
    [InlineData("C48", Branches, "a", "c1 c2", "c1 c2")]
    [InlineData("C48, nothing to change", Branches, "c1+c2", "c2", "c1 c2")]
    [InlineData("2.5, an ancestor beside its descendant is one destination", Linear, "", "e b", "e")]
    [InlineData("2.5, in either order", Linear, "", "b e", "e")]
    [InlineData("relative", Linear, "c", "+1", "d")]
    [InlineData("relative", Linear, "c", "-1", "b")]
    public void Stamping_moves_heads(string number, string graph, string now, string to, string rows)
    {
        var revisions = Notation.Graph(graph);
        var after = StampPlanner.Stamp(revisions, revisions.Applied(now), to.Split(' '));
        Assert.Equal((number, rows), (number, Notation.Rows(revisions.EffectiveHeads(after))));
        Assert.Equal(after, revisions.AncestorsAndSelf(after));
    }

    [Fact]
    public void C48_a_history_with_unknown_ids_can_only_be_purged()
    {
        var graph = Notation.Graph(Linear);
        ErrorAssert.Throws("C48", "HistoryUnknownRevision", "'zzz'", () => StampPlanner.Stamp(graph, ["a", "zzz"], ["b"]));
        Assert.Equal(["a", "b"], StampPlanner.Stamp(graph, [], ["b"]));
    }

    [Fact]
    public void Stamping_an_empty_database_leaves_what_applying_leaves()
        => RandomGraph.WithTargets.Sample(
            drawn =>
            {
                var graph = Notation.Graph(drawn.Graph);
                string[] targets = graph.Ordered.Count == 0 ? ["heads"] : [.. drawn.Targets.Select(n => graph.Ordered[n % graph.Ordered.Count].Id)];
                Assert.Equal(RevisionPlanner.Up(graph, [], targets).Select(r => r.Id), StampPlanner.Stamp(graph, [], targets));
            },
            iter: 2000);

    [Fact]
    public void Stamping_upwards_from_anywhere_leaves_what_applying_leaves()
        => RandomGraph.WithTargets.Sample(
            drawn =>
            {
                var graph = Notation.Graph(drawn.Graph);
                IReadOnlyList<string> applied = [];
                foreach (var target in drawn.Targets.Where(_ => graph.Ordered.Count > 0).Select(n => graph.Ordered[n % graph.Ordered.Count].Id))
                {
                    // Below where the database is, stamping goes back, and applying has nothing to do.
                    if (applied.Contains(target))
                        continue;
                    var up = RevisionPlanner.Up(graph, applied, [target]).Select(r => r.Id);
                    var stamped = StampPlanner.Stamp(graph, applied, [target]);
                    Assert.Equal(Notation.Rows(applied.Concat(up)), Notation.Rows(stamped));
                    applied = stamped;
                }
            },
            iter: 2000);
}
