using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>Finds tables that come in the place of one that goes, by the foreign keys to and from them.</summary>
internal static class TableSuccessors
{
    /// <summary>The tables that come, by those whose place they may take, with the reason.</summary>
    public static ILookup<ObjectName, (ObjectName Target, string Text)> Find(SchemaMatch match)
        => Redirected(match).Concat(Replaced(match)).Concat(Joining(match)).Distinct().ToLookup(r => r.Old, r => (r.Target, r.Text));

    // Columns that stay and referred to a table that goes now refer to another one.
    private static IEnumerable<(ObjectName Old, ObjectName Target, string Text)> Redirected(SchemaMatch match)
        => from pair in match.KeptPrincipalsFirst
           from before in pair.Old.ForeignKeys
           where match.ByOld(before.PrincipalTable) is null
           let columns = pair.Map(before.Columns)
           where columns is not null
           from after in pair.New.ForeignKeys
           where after.Columns.Equals(columns)
           select (before.PrincipalTable, after.PrincipalTable, $"{pair.New.Name}.{string.Join(",", columns)} refers to it");

    // A class with another name takes the columns along that refer to it. Another class that a table refers to from now on
    // is rarely like the one before.
    private static IEnumerable<(ObjectName Old, ObjectName Target, string Text)> Replaced(SchemaMatch match)
        => from pair in match.KeptPrincipalsFirst
           let gone = pair.Old.ForeignKeys.Where(k => match.From.Tables.ContainsKey(k.PrincipalTable) && match.ByOld(k.PrincipalTable) is null && k.Columns.All(c => !pair.Columns.ContainsKey(c))).ToList()
           let come = pair.New.ForeignKeys.Where(k => match.To.Tables.ContainsKey(k.PrincipalTable) && match.ByNew(k.PrincipalTable) is null && k.Columns.All(c => pair.OldNameOf(c) is null)).ToList()
           where gone.Count == 1 && come.Count == 1
           let old = match.From.Tables[gone[0].PrincipalTable]
           let table = match.To.Tables[come[0].PrincipalTable]
           where AreLike(old, table)
           select (old.Name, table.Name, $"{pair.New.Name}.{string.Join(",", come[0].Columns)} refers to it as {pair.Old.Name}.{string.Join(",", gone[0].Columns)} did to the other");

    // Tables that join the same others and are nothing else.
    private static IEnumerable<(ObjectName Old, ObjectName Target, string Text)> Joining(SchemaMatch match)
        => from old in match.Dropped
           where IsJoin(old) && old.ForeignKeys.All(k => match.ByOld(k.PrincipalTable) is not null)
           let ends = old.ForeignKeys.Select(k => match.ByOld(k.PrincipalTable)!.New.Name.ToString()).Order(StringComparer.Ordinal).ToList()
           from table in match.Created
           where IsJoin(table) && ends.SequenceEqual(table.ForeignKeys.Select(k => k.PrincipalTable.ToString()).Order(StringComparer.Ordinal))
           select (old.Name, table.Name, "both join " + string.Join(" and ", ends));

    private static bool IsJoin(Table table)
        => table.ForeignKeys.Count == 2 && table.PrimaryKey is { } key && key.Columns.ToHashSet().SetEquals(table.ForeignKeys.SelectMany(k => k.Columns));

    // Half of what they have but their keys has the same name and type.
    private static bool AreLike(Table old, Table table)
    {
        var (before, after) = (Columns(old), Columns(table));
        return before.Intersect(after).Count() is > 0 and var common && 2 * common >= before.Union(after).Count();
    }

    private static HashSet<(string Name, string Type)> Columns(Table table)
        => table.Columns.Where(c => table.PrimaryKey?.Columns.Contains(c.Name) != true).Select(c => (NameLikeness.Reduce(c.Name), c.StoreType)).ToHashSet();
}
