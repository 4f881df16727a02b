using System.IO;
using System.Linq;
using CsCheck;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Graph;
using DbMigrate.Revisions.Tests.Graph;
using Xunit;

namespace DbMigrate.Engine.Tests.Apply;

/// <summary>Graphs of every shape, of scripts that do nothing, on real history tables.</summary>
public sealed class HistoryLawTests
{
    private const int Cases = 10;

    [Fact]
    public void Stamping_leaves_the_rows_that_applying_leaves_and_undone_revisions_come_back()
    {
        var (merges, dependencies, bases) = (0, 0, 0);
        RandomGraph.WithTargets.Where(d => d.Graph.Length > 0).Sample(
            drawn =>
            {
                using var work = new Workspace();
                var graph = Write(drawn.Graph, work);
                merges += graph.Ordered.Any(r => r.IsMergePoint) ? 1 : 0;
                dependencies += graph.Ordered.Any(r => r.DependsOn.Count > 0) ? 1 : 0;
                bases += graph.Bases.Count > 1 ? 1 : 0;
                string[] targets = [.. drawn.Targets.Select(n => graph.Ordered[n % graph.Ordered.Count].Id).Append("heads")];

                foreach (var target in targets)
                {
                    // To stamp what is below where the database is means to go back there.
                    if (!Notation.Words(Rows(work, "stamped").Ids).Contains(target))
                        work.Result<StampResult>(Methods.Stamp, work.Stamp(target));
                    In(work, "applied").Apply(work.Plan(target));
                    Assert.Equal(Rows(work, "applied"), Rows(work, "stamped"));
                }

                var all = Rows(work, "applied");
                work.Apply(work.Undo(targets[0]));
                var left = Rows(work, "applied").Ids;
                Assert.Equal(left, Notation.Rows(graph.Applied(left)));
                work.Apply(work.Plan("heads"));
                Assert.Equal(all, Rows(work, "applied"));
            },
            iter: Cases, threads: 1);

        Assert.All([merges, dependencies, bases], count => Assert.InRange(count, 1, Cases));
    }

    private static RevisionGraph Write(string text, Workspace work)
    {
        foreach (var header in Notation.Scripts(text).Select(s => s.Header))
            work.Script(header.Id, header.Parents.Count == 0 ? null : string.Join(",", header.Parents), "", dependsOn: string.Join(",", header.DependsOn));
        return Notation.Graph(text);
    }

    private static Workspace In(Workspace work, string database)
    {
        work.ConnectionString = $"Data Source={Path.Combine(work.Folder, database)}.db";
        return work;
    }

    private static (string Ids, string Current) Rows(Workspace work, string database)
    {
        var status = In(work, database).Status();
        return (Notation.Rows(status.Applied.Select(a => a.Revision)), Notation.Rows(status.Current));
    }
}
