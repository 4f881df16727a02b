using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>Views by what they mention: in the order in which they can be made, and what reads them.</summary>
internal static class ViewOrder
{
    /// <summary>Views after those that they mention.</summary>
    /// <param name="views">The texts of all views.</param>
    /// <param name="names">Those to put into order.</param>
    public static IReadOnlyList<ObjectName> Sort(IReadOnlyDictionary<ObjectName, string> views, IEnumerable<ObjectName> names)
    {
        var sorted = names.Order().ToList();
        return TopologicalSort.Sort(sorted, view => sorted.Where(other => other != view && SqlMentions.Any(views[view], [other.Name])));
    }

    /// <summary>Adds the views that mention some of these, those that mention them in turn, and so on.</summary>
    /// <param name="read">The views that are read.</param>
    /// <param name="views">The texts of those that may read them.</param>
    public static void AddReaders(HashSet<ObjectName> read, IReadOnlyDictionary<ObjectName, string> views)
    {
        for (var names = read.Select(v => v.Name).ToList(); names.Count > 0;)
        {
            var more = views.Where(v => !read.Contains(v.Key) && SqlMentions.Any(v.Value, names)).Select(v => v.Key).ToList();
            read.UnionWith(more);
            names = [.. more.Select(v => v.Name)];
        }
    }
}
