using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff.Inheritance;

/// <summary>
/// Finds what leaves a table for another one with the same key, or comes back: an owned type, which is known by the path to
/// its properties; a part of an entity that is split; an entity that shared the table, if all that it has was there.
/// </summary>
internal sealed class PartCopies(CopyContext context, CopyPlan plan)
{
    /// <summary>Adds their copies to the plan.</summary>
    public void Add()
    {
        foreach (var table in context.Match.Created.Where(plan.IsFree))
            Leave(table);
        foreach (var table in context.Match.Dropped.Where(t => plan.IsFree(t) && !context.IsGivenUp(t)))
            Return(table);
    }

    /// <summary>The columns of a table beside its key.</summary>
    public static List<Column> Parts(Table table)
        => [.. table.Columns.Where(c => c.ComputedSql is null && table.PrimaryKey?.Columns.Contains(c.Name) != true)];

    /// <summary>The foreign key by which rows of a table are parts of rows of another one; null where they are none.</summary>
    public static ForeignKey? Owner(Table table, SchemaState state)
        => table.ForeignKeys.FirstOrDefault(k => k.Columns.Equals(table.PrimaryKey?.Columns) && k.PrincipalTable != table.Name && state.Tables.ContainsKey(k.PrincipalTable));

    private void Leave(Table table)
    {
        if (Owner(table, context.Match.To) is not { } owner || context.Match.ByNew(owner.PrincipalTable) is not { } pair)
            return;
        var gone = PropertyName.Index(pair.Dropped.Where(c => c.ComputedSql is null && !context.IsGivenUp(pair.Old, c)));
        var found = Parts(table).Where(c => gone.ContainsKey(PropertyName.Of(c))).Select(c => (Column: c, Source: gone[PropertyName.Of(c)])).ToList();
        if (!IsSame(table, found.Count, pair.New))
            return;

        var copied = found.ConvertAll(f => new CopiedValue(f.Column.Name, pair.New.Name, f.Source.Name)
        {
            Fill = f.Source.IsNullable && !f.Column.IsNullable ? context.Fill(table, f.Column, isFromColumn: true, plan) : null,
        });
        var values = owner.Columns.Zip(owner.PrincipalColumns, (c, p) => new CopiedValue(c, pair.New.Name, p)).Concat(copied).ToList();
        values.AddRange(context.Fills(table, Parts(table).Where(c => !found.Exists(f => f.Column == c)), plan));

        var isEach = IsFragment(table, pair.New) || found.Exists(f => !f.Source.IsNullable);
        var canBeEmpty = found.Zip(copied).All(f => f.First.Column.IsNullable || f.Second.Fill is not null);
        var filter = isEach ? null : canBeEmpty ? Filter(table, pair, found.ConvertAll(f => f.Source)) : Filter(found.Select(f => f.Source.Name));
        plan.Read.UnionWith(found.Select(f => new ColumnName(pair.Old.Name, f.Source.Name)));
        plan.Add(new RowInsert(table.Name, values.ToEquatableList(), new(pair.New.Name, owner.PrincipalColumns), [], filter));
    }

    // An application cannot read an owner without the object that it requires.
    private static ValueFilter? Filter(Table table, TablePair pair, List<Column> sources)
    {
        var before = sources.Select(c => c.Hints.Presence).FirstOrDefault(p => p is not null);
        if ((table.Presence ?? before) is { Count: 0 })
            return null;
        var others = table.Presence ?? before?.Where(pair.Columns.ContainsKey).Select(c => pair.Columns[c]) ?? [];
        return Filter(sources.Select(c => c.Name).Union(others));
    }

    private static ValueFilter Filter(IEnumerable<string> columns) => new(columns.ToEquatableList());

    private void Return(Table table)
    {
        if (Owner(table, context.Match.From) is not { } owner || context.Match.ByOld(owner.PrincipalTable) is not { } pair || pair.Map(owner.PrincipalColumns) is not { } key)
            return;
        var come = PropertyName.Index(pair.Added.Where(c => c.ComputedSql is null));
        var found = Parts(table).Where(c => come.ContainsKey(PropertyName.Of(c))).Select(c => (Column: come[PropertyName.Of(c)], Source: c)).ToList();
        if (!IsSame(table, found.Count, pair.Old))
            return;

        plan.Read.UnionWith(found.Select(f => f.Source.Name).Concat(owner.Columns).Select(c => new ColumnName(table.Name, c)));
        plan.Add(new RowUpdate(new(pair.New.Name, key), found.Select(f => new CopiedValue(f.Column.Name, table.Name, f.Source.Name)).ToEquatableList(), new(table.Name, owner.Columns)));
        foreach (var column in Parts(table).Where(c => !found.Exists(f => f.Source == c)))
            plan.Losses.Add($"drops column {table.Name}.{column.Name} with its values");
        if (IsFragment(table, pair.Old))
            plan.Fills.AddRange(found.Where(f => !f.Column.IsNullable && f.Column.DefaultSql is null).Select(f => context.Passing(pair.New, f.Column, null)));
        else if (found.TrueForAll(f => f.Source.IsNullable && f.Column.Hints.Presence is null))
            plan.Losses.Add($"forgets the rows of {table.Name} that have no value but their key");
    }

    private static bool IsSame(Table table, int found, Table owner)
        => found > 0 && (IsFragment(table, owner) || Parts(table) is var parts && (found == parts.Count || parts.TrueForAll(c => c.Hints.Property?.Contains('.', StringComparison.Ordinal) == true)));

    // One entity in two tables has a row in each.
    private static bool IsFragment(Table table, Table owner) => table.Entity is not null && table.Entity == owner.Entity;
}
