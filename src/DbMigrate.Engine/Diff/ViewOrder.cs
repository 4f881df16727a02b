using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>Views in the order in which they can be made.</summary>
internal static class ViewOrder
{
    /// <summary>Views after those that they mention.</summary>
    /// <param name="views">The texts of all views.</param>
    /// <param name="names">Those to put into order.</param>
    public static IReadOnlyList<ObjectName> Sort(IReadOnlyDictionary<ObjectName, string> views, IEnumerable<ObjectName> names)
    {
        var open = names.Order().ToList();
        var sorted = new List<ObjectName>(open.Count);
        while (open.Count > 0)
        {
            var at = open.FindIndex(v => !open.Any(o => o != v && SqlMentions.Any(views[v], [o.Name])));
            sorted.Add(open[at < 0 ? 0 : at]);
            open.RemoveAt(at < 0 ? 0 : at);
        }

        return sorted;
    }
}
