using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using DbMigrate.Revisions.Errors;
using DbMigrate.Revisions.Graph;
using Xunit;

namespace DbMigrate.Revisions.Tests.Graph;

/// <summary>Laws of plans over random graphs.</summary>
public sealed class PlanProperties
{
    private const int Cases = 2000;

    [Fact]
    public void All_revisions_are_ordered_parents_first()
        => RandomGraph.Any.Sample(
            text =>
            {
                var graph = Notation.Graph(text);
                Assert.Equal(Notation.Words(text).Length, graph.Ordered.Count);
                OrderAssert.ParentsFirst(graph.Ordered);
            },
            iter: Cases);

    [Fact]
    public void The_order_of_files_changes_no_plan_as_a_set()
        => RandomGraph.Any.Sample(
            text =>
            {
                var sorted = string.Join(" ", Notation.Words(text).OrderBy(w => w, StringComparer.Ordinal));
                Assert.Equal(
                    Notation.Rows(RevisionPlanner.Up(Notation.Graph(text), [], ["heads"]).Select(r => r.Id)),
                    Notation.Rows(RevisionPlanner.Up(Notation.Graph(sorted), [], ["heads"]).Select(r => r.Id)));
            },
            iter: Cases);

    [Fact]
    public void Up_applies_what_is_needed_and_nothing_else()
        => RandomGraph.WithTargets.Sample(
            drawn =>
            {
                var graph = Notation.Graph(drawn.Graph);
                var applied = new HashSet<string>();
                foreach (var target in Targets(graph, drawn.Targets))
                {
                    var plan = RevisionPlanner.Up(graph, applied, [target]);
                    OrderAssert.ParentsFirst(plan);
                    var needed = graph.AncestorsAndSelf([target]);
                    Assert.Equal(Notation.Rows(needed.Except(applied)), Notation.Rows(plan.Select(r => r.Id)));
                    applied.UnionWith(plan.Select(r => r.Id));
                    Assert.Equal(Notation.Rows(applied), Notation.Rows(graph.AncestorsAndSelf(graph.EffectiveHeads(applied))));
                }
            },
            iter: Cases);

    [Fact]
    public void Down_undoes_children_first_and_leaves_whole_lines()
        => RandomGraph.WithTargets.Sample(
            drawn =>
            {
                var graph = Notation.Graph(drawn.Graph);
                var applied = RevisionPlanner.Up(graph, [], ["heads"]).Select(r => r.Id).ToHashSet();
                foreach (var target in Targets(graph, drawn.Targets).Where(applied.Contains))
                {
                    var plan = RevisionPlanner.Down(graph, applied, target);
                    OrderAssert.ParentsFirst([.. plan.Reverse()]);
                    applied.ExceptWith(plan.Select(r => r.Id));
                    Assert.Contains(target, applied);
                    Assert.DoesNotContain(graph.Find(target)!.Children, applied.Contains);
                    Assert.Equal(Notation.Rows(applied), Notation.Rows(graph.AncestorsAndSelf(applied)));
                }

                Assert.Equal(applied.Count, RevisionPlanner.Down(graph, applied, "base").Count);
            },
            iter: Cases);

    [Fact]
    public void Up_after_down_returns_to_the_same_rows()
        => RandomGraph.WithTargets.Sample(
            drawn =>
            {
                var graph = Notation.Graph(drawn.Graph);
                string[] targets = [.. Targets(graph, drawn.Targets)];
                var before = RevisionPlanner.Up(graph, [], targets).Select(r => r.Id).ToHashSet();
                foreach (var target in targets)
                {
                    var undone = RevisionPlanner.Down(graph, before, target).Select(r => r.Id).ToArray();
                    var again = RevisionPlanner.Up(graph, [.. before.Except(undone)], [.. graph.EffectiveHeads(before)]);
                    Assert.Equal(Notation.Rows(undone), Notation.Rows(again.Select(r => r.Id)));
                }
            },
            iter: Cases);

    [Fact]
    public void One_step_up_and_one_back_returns_to_the_same_rows()
        => RandomGraph.Any.Sample(
            text =>
            {
                var graph = Notation.Graph(text);
                var applied = new HashSet<string>();
                while (graph.EffectiveHeads(applied).Count <= 1 && Step(graph, applied) is { Count: > 0 } step)
                {
                    string[] after = [.. applied, .. step];
                    if (step.Count == 1 && graph.EffectiveHeads(after).Count == 1)
                        Assert.Equal(step, RevisionPlanner.Down(graph, after, "-1").Select(r => r.Id));
                    applied.UnionWith(step);
                }
            },
            iter: Cases);

    [Fact]
    public void A_branch_goes_up_to_its_heads_and_back_to_its_base_without_the_others()
        => RandomGraph.Any.Sample(
            text =>
            {
                var graph = Notation.Graph(text);
                foreach (var (label, id) in graph.Labels)
                {
                    var heads = RevisionResolver.Resolve(graph, label + "@heads");
                    Assert.All(heads, h => Assert.Contains(id, graph.AncestorsAndSelf([h])));
                    var up = RevisionPlanner.Up(graph, [], [label + "@heads"]).Select(r => r.Id).ToHashSet();
                    Assert.Equal(Notation.Rows(graph.AncestorsAndSelf(heads)), Notation.Rows(up));

                    var all = graph.Ordered.Select(r => r.Id).ToHashSet();
                    all.ExceptWith(RevisionPlanner.Down(graph, all, label + "@base").Select(r => r.Id));
                    Assert.DoesNotContain(id, all);
                    Assert.Equal(Notation.Rows(all), Notation.Rows(graph.AncestorsAndSelf(all)));
                }
            },
            iter: Cases);

    [Fact]
    public void The_graphs_have_every_shape()
    {
        var found = new int[5];
        RandomGraph.Any.Sample(
            text =>
            {
                var graph = Notation.Graph(text);
                found[0] += graph.Ordered.Any(r => r.IsMergePoint) ? 1 : 0;
                found[1] += graph.Ordered.Any(r => r.DependsOn.Count > 0) ? 1 : 0;
                found[2] += graph.Bases.Count > 1 ? 1 : 0;
                found[3] += graph.Labels.Any() ? 1 : 0;
                found[4] += graph.Heads.Count > 1 ? 1 : 0;
            },
            iter: Cases, threads: 1);

        Assert.All(found, count => Assert.InRange(count, Cases / 3, Cases));
    }

    [Fact]
    public void One_step_back_undoes_a_head_and_what_depends_on_it_or_is_refused()
        => RandomGraph.Any.Sample(
            text =>
            {
                var graph = Notation.Graph(text);
                var applied = graph.Ordered.Select(r => r.Id).ToArray();
                var heads = graph.EffectiveHeads(applied);
                try
                {
                    Assert.Equal(heads, RevisionPlanner.Down(graph, applied, "-1").Select(r => r.Id));
                    Assert.Single(heads);
                }
                catch (DbMigrateException e)
                {
                    Assert.Equal(heads.Count == 0 ? "RevisionNotReachable" : "RevisionAmbiguous", e.Kind.Name);
                    Assert.NotEqual(1, heads.Count);
                }
            },
            iter: Cases);

    [Fact]
    public void Every_text_is_answered_or_refused_with_an_error_of_the_catalogue()
        => Gen.Select(RandomGraph.Any, Gen.String[Gen.Char["rh0123+-@: _ae"], 0, 8]).Sample(
            (text, revision) =>
            {
                var graph = Notation.Graph(text);
                string[] applied = [.. graph.AncestorsAndSelf(graph.Ordered.Select(r => r.Id).Take(4))];
                Refused(() => RevisionResolver.Resolve(graph, revision));
                Refused(() => RevisionPlanner.Up(graph, applied, [revision]));
                Refused(() => RevisionPlanner.Down(graph, applied, revision));
            },
            iter: Cases);

    // Nothing where the way forks, or ends.
    private static IReadOnlyList<string> Step(RevisionGraph graph, IReadOnlyCollection<string> applied)
    {
        try
        {
            return [.. RevisionPlanner.Up(graph, applied, ["+1"]).Select(r => r.Id)];
        }
        catch (DbMigrateException)
        {
            return [];
        }
    }

    private static void Refused(Action action)
    {
        try
        {
            action();
        }
        catch (DbMigrateException e)
        {
            Assert.NotSame(ErrorCatalogue.Unexpected, e.Kind);
        }
    }

    private static IEnumerable<string> Targets(RevisionGraph graph, int[] numbers)
        => graph.Ordered.Count == 0 ? [] : numbers.Select(n => graph.Ordered[n % graph.Ordered.Count].Id);
}
