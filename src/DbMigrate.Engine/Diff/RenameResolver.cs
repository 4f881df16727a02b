using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>Finds what the entries of <c>-Rename</c> mean; refuses those that fit nothing or several objects.</summary>
internal sealed class RenameResolver
{
    private readonly SchemaState _from;
    private readonly SchemaState _to;
    private readonly string? _defaultSchema;
    private readonly WholeRenames _tables;
    private readonly WholeRenames _sequences;
    private readonly Dictionary<ColumnName, string?> _columns = [];

    private RenameResolver(SchemaState from, SchemaState to, string? defaultSchema)
    {
        (_from, _to, _defaultSchema) = (from, to, defaultSchema);
        _tables = new("table", [.. from.Tables.Keys], [.. to.Tables.Keys], parts => NameLookup.Tables(to, parts, defaultSchema));
        _sequences = new("sequence", [.. from.Sequences.Keys], [.. to.Sequences.Keys], parts => NameLookup.Sequences(to, parts, defaultSchema));
    }

    /// <summary>Resolves all entries.</summary>
    public static RenamePlan Resolve(SchemaState from, SchemaState to, DiffDecisions decisions, string? defaultSchema)
    {
        var resolver = new RenameResolver(from, to, defaultSchema);
        var ofColumns = decisions.Renames.Where(d => !resolver.TryWhole(d)).ToList();
        var joined = resolver._tables.Joined;
        foreach (var decision in ofColumns)
            resolver.Column(decision, joined);
        if (!decisions.IsReverse)
            resolver.RequireDisplacedDecided();
        return new(joined, resolver._tables.Decided, resolver._columns, resolver._sequences.Joined, resolver._sequences.Decided) { DefaultSchema = defaultSchema };
    }

    private bool TryWhole(RenameDecision decision)
    {
        var parts = DottedName.Parse(decision.From);
        if (parts.Count == 0)
            throw RenameRefusal.Invalid(decision, "it is no name");
        var (tables, sequences, columns) = (NameLookup.Tables(_from, parts, _defaultSchema), NameLookup.Sequences(_from, parts, _defaultSchema), NameLookup.Columns(_from, parts, _defaultSchema));
        string[] meanings = [.. tables.Select(t => "the table " + t), .. sequences.Select(s => "the sequence " + s), .. columns.Select(c => "the column " + c)];
        if (meanings.Length > 1)
            throw RenameRefusal.Invalid(decision, "it may mean " + string.Join(" or ", meanings));
        if (meanings.Length == 0)
            throw RenameRefusal.Unknown(decision, parts, _from, _to, _defaultSchema);
        if (tables.Count == 1)
            _tables.Add(decision, tables[0]);
        else if (sequences.Count == 1)
            _sequences.Add(decision, sequences[0]);
        return columns.Count == 0;
    }

    private void Column(RenameDecision decision, IReadOnlyDictionary<ObjectName, ObjectName> tables)
    {
        var old = NameLookup.Columns(_from, DottedName.Parse(decision.From), _defaultSchema)[0];
        if (!tables.TryGetValue(old.Table, out var table))
            throw RenameRefusal.Invalid(decision, $"the table {old.Table} is dropped");
        if (!_columns.TryAdd(old, decision.To is null ? null : NewColumn(decision, table)))
            throw RenameRefusal.Invalid(decision, "there are two entries for it");
        if (_columns[old] is { } target && _columns.Count(c => c.Key.Table == old.Table && c.Value == target) > 1)
            throw RenameRefusal.Invalid(decision, $"another column is renamed to {target} too");
    }

    private string NewColumn(RenameDecision decision, ObjectName table)
    {
        var columns = _to.Tables[table].Columns;
        var found = NameLookup.Best(columns, c => c.Name, decision.To!);
        var parts = DottedName.Parse(decision.To!);
        var owners = NameLookup.Tables(_to, [.. parts.SkipLast(1)], _defaultSchema);
        if (found.Count == 0 && (parts.Count == 1 || owners.Contains(table)))
            found = NameLookup.Best(columns, c => c.Name, parts[^1]);
        if (found.Count == 1)
            return found[0].Name;
        throw RenameRefusal.Invalid(decision, owners is [var other] && other != table
            ? $"a column cannot move to another table, from {table} to {other}"
            : $"the model's table {table} has no column {decision.To}" + NameHints.List("; its columns are ", parts.LastOrDefault() ?? "", columns.Select(c => c.Name)));
    }

    // Where B becomes A and there was an A already, that one goes somewhere: nothing is dropped by implication.
    private void RequireDisplacedDecided()
    {
        _tables.RequireDisplacedDecided();
        _sequences.RequireDisplacedDecided();
        foreach (var (old, target) in _columns)
        {
            var displaced = old with { Column = target ?? old.Column };
            if (_from.Tables[old.Table].FindColumn(displaced.Column) is not null && !_columns.ContainsKey(displaced))
                throw RenameRefusal.Displaced(old.ToString(), displaced.ToString());
        }
    }
}
