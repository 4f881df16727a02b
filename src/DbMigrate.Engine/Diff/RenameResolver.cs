using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Diff;

/// <summary>Finds what the entries of <c>-Rename</c> mean; refuses those that fit nothing or several objects.</summary>
internal sealed class RenameResolver
{
    private readonly SchemaState _from;
    private readonly SchemaState _to;
    private readonly Dictionary<ObjectName, ObjectName?> _tables = [];
    private readonly Dictionary<ColumnName, string?> _columns = [];

    private RenameResolver(SchemaState from, SchemaState to) => (_from, _to) = (from, to);

    /// <summary>Resolves all entries.</summary>
    public static RenamePlan Resolve(SchemaState from, SchemaState to, DiffDecisions decisions)
    {
        var resolver = new RenameResolver(from, to);
        var ofColumns = decisions.Renames.Where(d => !resolver.TryTable(d)).ToList();
        var joined = TableMatcher.Match(from, to, resolver._tables);
        foreach (var decision in ofColumns)
            resolver.Column(decision, joined);
        if (!decisions.IsReverse)
            resolver.RequireDisplacedDecided();
        return new(joined, resolver._tables, resolver._columns);
    }

    private bool TryTable(RenameDecision decision)
    {
        var parts = DottedName.Parse(decision.From);
        if (parts.Count == 0)
            throw Invalid(decision, "it is no name");
        var tables = NameLookup.Tables(_from, parts);
        var columns = NameLookup.Columns(_from, parts);
        if (tables.Count + columns.Count > 1)
            throw Invalid(decision, "it may mean " + string.Join(" or ", tables.Select(t => "the table " + t).Concat(columns.Select(c => "the column " + c))));
        if (tables.Count + columns.Count == 0)
            throw Invalid(decision, "there was no such table or column" + Suggestions(parts));
        if (columns.Count == 1)
            return false;
        if (!_tables.TryAdd(tables[0], NewTable(decision, tables[0])))
            throw Invalid(decision, "there are two entries for it");
        if (_tables[tables[0]] is { } target && _tables.Values.Count(v => v == target) > 1)
            throw Invalid(decision, $"another table is renamed to {target} too");
        return true;
    }

    private ObjectName? NewTable(RenameDecision decision, ObjectName old)
    {
        if (decision.To is null)
            return null;
        var asWritten = old with { Name = decision.To };
        if (_to.Tables.ContainsKey(asWritten))
            return asWritten;
        var parts = DottedName.Parse(decision.To);
        var found = NameLookup.Tables(_to, parts);
        if (found.Count > 1 && parts.Count == 1)
            found = [.. found.Where(t => t.Schema == old.Schema)];
        return found.Count == 1
            ? found[0]
            : throw Invalid(decision, $"the model has no table {decision.To}" + Listed("; new tables are ", _to.Tables.Keys.Where(t => !_from.Tables.ContainsKey(t)).Select(t => t.ToString())));
    }

    private void Column(RenameDecision decision, IReadOnlyDictionary<ObjectName, ObjectName> tables)
    {
        var old = NameLookup.Columns(_from, DottedName.Parse(decision.From))[0];
        if (!tables.TryGetValue(old.Table, out var table))
            throw Invalid(decision, $"the table {old.Table} is dropped");
        if (!_columns.TryAdd(old, decision.To is null ? null : NewColumn(decision, table)))
            throw Invalid(decision, "there are two entries for it");
        if (_columns[old] is { } target && _columns.Count(c => c.Key.Table == old.Table && c.Value == target) > 1)
            throw Invalid(decision, $"another column is renamed to {target} too");
    }

    private string NewColumn(RenameDecision decision, ObjectName table)
    {
        var columns = _to.Tables[table].Columns;
        var found = NameLookup.Best(columns, c => c.Name, decision.To!);
        if (found.Count == 0 && DottedName.Parse(decision.To!) is [var unquoted])
            found = NameLookup.Best(columns, c => c.Name, unquoted);
        return found.Count == 1
            ? found[0].Name
            : throw Invalid(decision, $"the model's table {table} has no column {decision.To}; its columns are {string.Join(", ", columns.Select(c => c.Name))}");
    }

    // Where B becomes A and there was an A already, that one goes somewhere: nothing is dropped by implication.
    private void RequireDisplacedDecided()
    {
        foreach (var (old, target) in _tables)
        {
            if (target is { } name && _from.Tables.ContainsKey(name) && !_tables.ContainsKey(name))
                throw Displaced(DottedName.Format(old.Schema, old.Name), DottedName.Format(name.Schema, name.Name));
        }

        foreach (var (old, target) in _columns)
        {
            var displaced = old with { Column = target ?? old.Column };
            if (_from.Tables[old.Table].FindColumn(displaced.Column) is not null && !_columns.ContainsKey(displaced))
                throw Displaced(old.ToString(), displaced.ToString());
        }
    }

    private static DbMigrateException Displaced(string from, string to)
        => ErrorCatalogue.RenameInvalid.Error(
            $"{from} cannot become {to}: that one exists already, and nothing says what becomes of it.",
            from,
            $"Pass -Rename {PasteReady.Table([(to, null)])} as well to drop it, or give its new name.");

    private string Suggestions(IReadOnlyList<string> parts)
    {
        var tables = parts.Count > 1 ? NameLookup.Tables(_from, [.. parts.Take(parts.Count - 1)]) : [];
        return tables.Count == 1
            ? Listed($"; {tables[0]} had the columns ", _from.Tables[tables[0]].Columns.Select(c => c.Name))
            : Listed("; the tables were ", _from.Tables.Keys.Select(t => t.ToString()));
    }

    private static string Listed(string start, IEnumerable<string> names)
    {
        var listed = names.Take(21).ToList();
        return listed.Count == 0 ? "" : start + string.Join(", ", listed.Take(20)) + (listed.Count > 20 ? ", …" : "");
    }

    private static DbMigrateException Invalid(RenameDecision decision, string reason)
        => ErrorCatalogue.RenameInvalid.Error($"-Rename cannot use '{decision.From}' = {(decision.To is null ? "$null" : $"'{decision.To}'")}: {reason}.", decision.From);
}
