using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Apply;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Settings;

namespace DbMigrate.Engine.Filters;

/// <summary>What the settings leave out, and the tables of migration tools, which are nobody's schema.</summary>
internal sealed class FilterRules(FolderMessage folder, DatabaseMessage database)
{
    private readonly HashSet<string> _bookkeeping = new(
        [
            new[] { database.HistoryTable, folder.HistoryTable, HistoryStore.DefaultHistoryTable }.First(n => n.Length > 0),
            HistoryStore.DefaultLogTable,
            .. ActualSchema.EfTables,
        ],
        StringComparer.OrdinalIgnoreCase);

    private readonly ILookup<string, (NamePattern Pattern, bool Exclude)> _patterns = folder.Filters.ToLookup(
        f => f.Kind, f => (NamePattern.Parse(f.Pattern)!, f.Exclude), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an object is left out for its own name.</summary>
    public bool LeavesOut(SchemaObject item)
    {
        if (item.Kind == ObjectKind.Table && _bookkeeping.Contains(item.Name))
            return true;
        var patterns = _patterns[Plural(item.Kind)].ToList();
        if (patterns.Count == 0)
            return false;
        var name = item.Parts;
        return patterns.Any(p => p.Exclude && p.Pattern.Matches(name))
            || (patterns.Any(p => !p.Exclude) && !patterns.Any(p => !p.Exclude && p.Pattern.Matches(name)));
    }

    private static string Plural(ObjectKind kind) => kind == ObjectKind.Index ? "Indexes" : kind + "s";
}
