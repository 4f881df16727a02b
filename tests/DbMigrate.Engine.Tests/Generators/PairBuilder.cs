using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Tests.Generators;

/// <summary>A schema that is being changed, with where its tables and columns came from.</summary>
internal sealed class PairBuilder
{
    private readonly SchemaState _from;
    private readonly Dictionary<ObjectName, ObjectName> _tables;
    private readonly Dictionary<ColumnName, string> _columns;
    private readonly Dictionary<ObjectName, ObjectName> _sequences;

    public PairBuilder(SchemaState from)
    {
        _from = To = from;
        _tables = from.Tables.Keys.ToDictionary(n => n, n => n);
        _sequences = from.Sequences.Keys.ToDictionary(n => n, n => n);
        _columns = from.Tables.Values.SelectMany(t => t.Columns.Select(c => new ColumnName(t.Name, c.Name))).ToDictionary(c => c, c => c.Column);
    }

    public SchemaState To { get; set; }

    public List<string> Changes { get; } = [];

    /// <summary>The tables that stay.</summary>
    public IEnumerable<(ObjectName Before, ObjectName Now)> Tables => _tables.Select(t => (t.Value, t.Key));

    public bool IsKept(ObjectName table) => _tables.ContainsKey(table);

    /// <summary>The table before that a table after was, or null for a new one.</summary>
    public Table? Before(ObjectName table) => _tables.TryGetValue(table, out var old) ? _from.Tables[old] : null;

    /// <summary>The column before that a column after was, or null for a new one.</summary>
    public Column? Before(ObjectName table, string column)
        => _columns.TryGetValue(new(table, column), out var old) ? Before(table)!.FindColumn(old) : null;

    /// <summary>The name of a column that a table had before, or null where it is gone.</summary>
    public string? Now(ObjectName table, string column)
        => _columns.Where(c => c.Value == column && _tables.GetValueOrDefault(c.Key.Table) == table).Select(c => c.Key.Column).FirstOrDefault();

    /// <summary>Whether a column has another type than before: rows cannot have any value, or the way back is closed.</summary>
    public bool ChangesType(Table table, Column column) => Before(table.Name, column.Name) is { } before && before.StoreType != column.StoreType;

    /// <summary>Whether another table refers to this one, or did before.</summary>
    public bool IsReferred(Table table)
        => To.Tables.Values.Where(t => t.Name != table.Name).Any(t => t.ForeignKeys.Any(k => k.PrincipalTable == table.Name)
            || (Before(table.Name) is { } old && Before(t.Name)?.ForeignKeys.Any(k => k.PrincipalTable == old.Name) == true));

    public void Set(Table table) => To = To with { Tables = To.Tables.SetItem(table.Name, table) };

    public void SetAll(Func<Table, Table> change) => To = To with { Tables = To.Tables.SetItems(To.Tables.Values.Select(t => KeyValuePair.Create(t.Name, change(t)))) };

    public void DropTable(ObjectName table)
    {
        To = To with { Tables = To.Tables.Remove(table) };
        _tables.Remove(table);
        foreach (var column in _columns.Keys.Where(c => c.Table == table).ToList())
            _columns.Remove(column);
    }

    public void DropColumn(ObjectName table, string column) => _columns.Remove(new(table, column));

    public void RenameTable(ObjectName from, ObjectName to)
    {
        if (_tables.Remove(from, out var old))
            _tables.Add(to, old);
        foreach (var (column, origin) in _columns.Where(c => c.Key.Table == from).ToList())
        {
            _columns.Remove(column);
            _columns.Add(column with { Table = to }, origin);
        }
    }

    public void RenameColumn(ObjectName table, string from, string to)
    {
        if (_columns.Remove(new(table, from), out var old))
            _columns.Add(new(table, to), old);
    }

    public void DropSequence(ObjectName sequence) => _sequences.Remove(sequence);

    /// <summary>New names by old names; a sequence that is not among them is a new one.</summary>
    public void RenameSequences(IReadOnlyDictionary<ObjectName, ObjectName> names)
    {
        var renamed = names.Where(n => _sequences.ContainsKey(n.Key)).Select(n => (Name: n.Value, Origin: _sequences[n.Key])).ToList();
        foreach (var old in names.Keys)
            _sequences.Remove(old);
        foreach (var (name, origin) in renamed)
            _sequences.Add(name, origin);
    }

    public SchemaPair Build() => new(_from, To, new DiffDecisions { Renames = [.. Renames()], Fills = [.. Fills()] }, Changes);

    private IEnumerable<RenameDecision> Renames()
    {
        foreach (var sequence in _from.Sequences.Keys)
        {
            var now = _sequences.Where(s => s.Value == sequence).Select(s => s.Key).FirstOrDefault();
            if (now != sequence)
                yield return new(DottedName.Format(sequence.Schema, sequence.Name), now is { } target ? DottedName.Format(target.Schema ?? (sequence.Schema is null ? null : "public"), target.Name) : null);
        }

        foreach (var table in _from.Tables.Values)
        {
            var now = _tables.Where(t => t.Value == table.Name).Select(t => t.Key).FirstOrDefault();
            if (now != table.Name)
                yield return new(DottedName.Format(table.Name.Schema, table.Name.Name), now is { } target ? DottedName.Format(target.Schema, target.Name) : null);
            if (now is not { } name)
                continue;
            foreach (var column in table.Columns)
            {
                var to = _columns.Where(c => c.Key.Table == name && c.Value == column.Name).Select(c => c.Key.Column).FirstOrDefault();
                if (to != column.Name)
                    yield return new(new ColumnName(table.Name, column.Name).ToString(), to);
            }
        }
    }

    // All rows get the value of row 1 in a new column; in one that is tightened the last row had none.
    private IEnumerable<FillDecision> Fills()
        => from table in To.Tables.Values
           where IsKept(table.Name)
           from column in table.Columns
           let before = Before(table.Name, column.Name)
           where column.ComputedSql is null && column.DefaultSql is null && !column.IsNullable
               && before?.IsNullable != false && !ColumnKind.IsNumbered(column) && !IsRowId(table, column)
           let kind = ColumnKind.Of(column)
           select new FillDecision(new ColumnName(table.Name, column.Name).ToString(), kind.Natural(before is null ? 1 : NaturalRows.Count), null);

    private static bool IsRowId(Table table, Column column)
        => column.StoreType == "INTEGER" && table.PrimaryKey?.Columns is [var key] && key == column.Name;
}
