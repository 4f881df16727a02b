using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff.Inheritance;

/// <summary>What comes to one table of a hierarchy, and what goes from it.</summary>
internal sealed class TableCopies(CopyContext context, TypeLayout from, TypeLayout to, CopyPlan plan, Table table)
{
    private readonly TablePair? _pair = context.Match.ByNew(table.Name);

    /// <summary>Adds the copies.</summary>
    /// <param name="types">The types that the table has rows of, base types first.</param>
    /// <param name="all">All types of the hierarchy that are known on both sides.</param>
    public void Add(IReadOnlyList<string> types, IReadOnlyList<string> all)
    {
        var had = _pair is null ? [] : all.Where(t => from.Parts(t).Any(p => p.Name == _pair.Old.Name)).ToList();
        foreach (var group in types.Except(had).Where(HasRows).Select(Insert).OfType<RowInsert>().GroupBy(i => i with { Filter = i.Filter is MarkFilter f ? f with { Literals = [] } : i.Filter }))
            plan.Add(group.Key.Filter is MarkFilter mark ? group.Key with { Filter = mark with { Literals = group.SelectMany(i => ((MarkFilter)i.Filter!).Literals).ToEquatableList() } } : group.Key);
        if (_pair is null)
            return;

        Update(types.Intersect(had).ToList());
        if (had.Except(types).Where(HasRows).ToList() is { Count: > 0 } moved)
            Delete(moved);
        if (table.PrimaryKey is { } key && key.Columns.Any(c => _pair.OldNameOf(c) is { } old && _pair.Old.FindColumn(old)!.DefaultSql != table.FindColumn(c)!.DefaultSql))
            plan.Numbered.Add(table.Name);
    }

    private bool HasRows(string type) => !from.Map(type).IsAbstract && (from.Home(type).Types.Count < 2 || from.Map(type).Mark is not null);

    private RowInsert? Insert(string type)
    {
        var home = from.Home(type);
        var columns = to.Columns(type, table).Values.Where(c => c.ComputedSql is null).ToHashSet();
        var mark = to.Map(type).Mark is { } m && to.Home(type).Name == table.Name ? m : null;
        var values = new List<CopiedValue>();
        var joins = new List<Table>();
        var read = new List<ColumnName>();
        foreach (var column in table.Columns.Concat(Retained()))
        {
            var source = columns.Contains(column) || IsRetained(column) ? Find(type, column) : null;
            if (source is { } found)
            {
                if (found.Table.Name != home.Name && !joins.Contains(found.Table))
                    joins.Add(found.Table);
                read.Add(new(found.Table.Name, found.Column.Name));
                values.Add(new(column.Name, context.Name(found.Table), context.Name(found.Table, found.Column.Name))
                {
                    Fill = found.Column.IsNullable && !column.IsNullable ? context.Fill(table, column, isFromColumn: true, plan) : null,
                });
            }
            else if (mark?.Column == column.Name)
                values.Add(new(column.Name, null, mark.Literal));
            else if (columns.Contains(column) && context.Fill(table, column, isFromColumn: false, plan) is { } fill)
                values.Add(new(column.Name, null, fill));
        }

        if (Key(type, table) is not { } key || !table.PrimaryKey!.Columns.All(c => values.Any(v => v.Column == c && v.Table is not null)) || joins.Any(j => Key(type, j) is null))
        {
            plan.Losses.Add($"copies no rows of {type} to {table.Name}: their key there is none that they had");
            return null;
        }

        plan.Read.UnionWith(read);
        plan.Read.UnionWith(new[] { home }.Concat(joins).SelectMany(t => Key(type, t)!.Select(c => new ColumnName(t.Name, c))));
        return new(table.Name, values.ToEquatableList(), context.Source(home, Key(type, home)!), joins.Select(j => context.Source(j, Key(type, j)!)).ToEquatableList(), Filter(type, home))
        {
            IsOverriding = RowInsert.Overrides(table),
        };
    }

    private RowFilter? Filter(string type, Table home)
    {
        if (from.Map(type).Mark is { } mark)
        {
            plan.Read.Add(new(home.Name, mark.Column));
            return new MarkFilter(context.Name(home, mark.Column), [mark.Literal]);
        }

        var others = from.Derived(type).Select(t => (Type: t, Home: from.Home(t))).Where(o => Key(o.Type, o.Home) is not null).DistinctBy(o => o.Home.Name)
            .Select(o => context.Source(o.Home, Key(o.Type, o.Home)!)).ToEquatableList();
        return others.Count > 0 ? new AbsentFilter(others) : null;
    }

    // Rows that stay get what was in other tables; each of these is one statement, whatever types it has.
    private void Update(List<string> types)
    {
        var added = _pair!.Added.Where(c => c.ComputedSql is null).ToList();
        var sourced = added.ToDictionary(c => c.Name, _ => new HashSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);
        var updates = new List<(Table Source, RowUpdate Update)>();
        foreach (var type in types)
        {
            var columns = to.Columns(type, table).Values.Where(added.Contains).Select(c => (Column: c, Source: Find(type, c))).Where(c => c.Source is not null).ToList();
            columns.ForEach(c => sourced[c.Column.Name].Add(type));
            foreach (var source in from.Parts(type).Where(p => p.Name != _pair.Old.Name).Reverse())
            {
                var values = columns.Where(c => c.Source!.Value.Table.Name == source.Name).Select(c => new CopiedValue(c.Column.Name, context.Name(source), context.Name(source, c.Source!.Value.Column.Name))).ToList();
                plan.Read.UnionWith(columns.Where(c => c.Source!.Value.Table.Name == source.Name).Select(c => new ColumnName(source.Name, c.Source!.Value.Column.Name)));
                if (from.Home(type).Name == source.Name && to.Map(type).Mark is { } mark && added.Exists(c => c.Name == mark.Column))
                    values.Insert(0, new(mark.Column, null, mark.Literal));
                if (values.Count > 0 && Key(type, source) is { } key && Key(type, _pair.Old) is { } own)
                {
                    plan.Read.UnionWith(key.Select(c => new ColumnName(source.Name, c)));
                    updates.Add((source, new(context.Source(_pair.Old, own), values.ToEquatableList(), context.Source(source, key))));
                }
            }
        }

        foreach (var group in updates.GroupBy(u => u.Source.Name))
            plan.Add(group.First().Update with { Values = group.SelectMany(u => u.Update.Values).DistinctBy(v => v.Column).ToEquatableList() });
        Fill(types, added, sourced);
    }

    private void Fill(List<string> types, List<Column> added, Dictionary<string, HashSet<string>> sourced)
    {
        foreach (var column in added.Where(c => !c.IsNullable && c.DefaultSql is null))
        {
            var marks = types.Where(t => to.Map(t).Mark?.Column == column.Name).ToList();
            var own = marks.Where(t => from.Home(t).Name == _pair!.Old.Name && HasRows(t)).ToList();
            if (marks.Count > 0)
                plan.Fills.Add(context.Passing(table, column, own is [var only] ? to.Map(only).Mark!.Literal : null));
            else if (types.All(sourced[column.Name].Contains))
                plan.Fills.Add(context.Passing(table, column, null));
        }
    }

    private void Delete(List<string> types)
    {
        var home = _pair!.Old;
        if (Key(types[0], home) is not { } key)
            return;
        var marks = types.Select(t => from.Map(t).Mark).OfType<TypeMark>().ToList();
        var elsewhere = types.Where(t => from.Home(t).Name != home.Name && Key(t, from.Home(t)) is not null).DistinctBy(t => from.Home(t).Name)
            .Select(t => context.Source(from.Home(t), Key(t, from.Home(t))!)).ToEquatableList();
        if (marks.Count > 0)
            plan.Remove(new(context.Source(home, key), new(context.Name(home, marks[0].Column), marks.Select(m => m.Literal).ToEquatableList()), []));
        else if (elsewhere.Count > 0)
            plan.Remove(new(context.Source(home, key), null, elsewhere));
    }

    private IEnumerable<Column> Retained() => _pair is null ? [] : _pair.Dropped.Where(IsRetained);

    private bool IsRetained(Column column) => _pair is not null && plan.Read.Contains(new(_pair.Old.Name, column.Name)) && _pair.New.FindColumn(column.Name) is null;

    private (Table Table, Column Column)? Find(string type, Column column)
    {
        foreach (var part in from.Parts(type))
        {
            if (from.Columns(type, part).TryGetValue(PropertyName.Of(column), out var found) && !context.IsGivenUp(part, found))
                return (part, found);
        }

        return null;
    }

    // The columns of a table's key in the order of the root's, by property.
    private List<string>? Key(string type, Table part)
    {
        if (from.Home(type).PrimaryKey is not { } order || part.PrimaryKey is null || order.Columns.Count != part.PrimaryKey.Columns.Count)
            return null;
        var (own, columns) = (from.Columns(type, from.Home(type)).Values.ToDictionary(c => c.Name, PropertyName.Of, StringComparer.Ordinal), from.Columns(type, part));
        var key = order.Columns.Select(c => own.TryGetValue(c, out var property) ? columns.GetValueOrDefault(property)?.Name : null).OfType<string>().ToList();
        return key.Count == order.Columns.Count && part.PrimaryKey.Columns.ToHashSet().SetEquals(key) ? key : null;
    }
}
