using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DbMigrate.Engine.Apply;
using DbMigrate.Revisions.Graph;

namespace DbMigrate.Engine.Offline;

/// <summary>What a script must find in the history table before each of its parts, because nobody has looked when it runs.</summary>
internal sealed class StepChecks(RevisionGraph graph)
{
    // The text becomes the name of a constraint.
    private const int MostListed = 10;

    private readonly Lazy<ILookup<string, string>> _dependents = new(() => graph.Ordered
        .SelectMany(r => r.Parents.Concat(r.DependsOn).Distinct(StringComparer.OrdinalIgnoreCase).Select(below => (Below: below, r.Id)))
        .ToLookup(edge => edge.Below, edge => edge.Id, StringComparer.OrdinalIgnoreCase));

    /// <summary>Before a revision is applied or undone.</summary>
    public IReadOnlyList<RowCheck> Before(string revision, bool down)
        => down ? BeforeStamp([], [revision], "undone") : BeforeStamp([revision], [], "applied");

    /// <summary>Before rows come and go without a revision being run.</summary>
    /// <param name="add">Ids that are recorded.</param>
    /// <param name="remove">Ids that are no longer recorded.</param>
    /// <param name="done">What is done to them, for the text.</param>
    public IReadOnlyList<RowCheck> BeforeStamp(IReadOnlyList<string> add, IReadOnlyList<string> remove, string done = "stamped")
    {
        var checks = new List<RowCheck>();
        Add(add, isRecorded: false, "{0} cannot be {1}: recorded already");
        Add(Others(add, id => [.. graph.Find(id)!.Parents, .. graph.Find(id)!.DependsOn]), isRecorded: true, "{0} must be recorded before {2} can be {1}");
        Add(remove, isRecorded: true, "{0} cannot be {1}: not recorded");
        Add(Others(remove, id => _dependents.Value[id]), isRecorded: false, "{0} must not be recorded when {2} is {1}");
        return checks;

        void Add(IReadOnlyList<string> ids, bool isRecorded, string failure)
        {
            if (ids.Count > 0)
                checks.Add(new RowCheck(string.Format(CultureInfo.InvariantCulture, failure, List(ids), done, List(add.Count > 0 ? add : remove)), ids, isRecorded));
        }
    }

    private static IReadOnlyList<string> Others(IReadOnlyList<string> ids, Func<string, IEnumerable<string>> near)
    {
        var own = ids.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. ids.SelectMany(near).Distinct(StringComparer.OrdinalIgnoreCase).Where(id => !own.Contains(id))];
    }

    private static string List(IReadOnlyList<string> ids)
        => string.Join(", ", ids.Take(MostListed)) + (ids.Count > MostListed ? string.Create(CultureInfo.InvariantCulture, $" and {ids.Count - MostListed} more") : "");
}
