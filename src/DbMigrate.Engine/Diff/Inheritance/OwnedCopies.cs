using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff.Inheritance;

/// <summary>Finds owned types that leave their owner's table for one of their own, or come back: the path to their properties is the same.</summary>
internal sealed class OwnedCopies(CopyContext context, CopyPlan plan)
{
    /// <summary>Adds their copies to the plan.</summary>
    public void Add()
    {
        foreach (var table in context.Match.Created.Where(IsOwned))
            Leave(table);
        foreach (var table in context.Match.Dropped.Where(t => IsOwned(t) && !context.IsGivenUp(t)))
            Return(table);
    }

    private void Leave(Table table)
    {
        if (Owner(table, context.Match.To) is not { } owner || context.Match.ByNew(owner.PrincipalTable) is not { } pair)
            return;
        var gone = PropertyName.Index(pair.Dropped.Where(c => c.ComputedSql is null && !context.IsGivenUp(pair.Old, c)));
        var found = Parts(table).Where(c => gone.ContainsKey(PropertyName.Of(c))).Select(c => (Column: c, Source: gone[PropertyName.Of(c)])).ToList();
        if (found.Count == 0)
            return;

        var values = owner.Columns.Zip(owner.PrincipalColumns, (c, p) => new CopiedValue(c, pair.New.Name, p)).ToList();
        values.AddRange(found.Select(f => new CopiedValue(f.Column.Name, pair.New.Name, f.Source.Name)
        {
            Fill = f.Source.IsNullable && !f.Column.IsNullable ? context.Fill(table, f.Column, isFromColumn: true, plan) : null,
        }));
        foreach (var column in Parts(table).Where(c => !found.Exists(f => f.Column == c)))
        {
            if (context.Fill(table, column, isFromColumn: false, plan) is { } fill)
                values.Add(new(column.Name, null, fill));
        }

        var filter = found.Exists(f => !f.Source.IsNullable) ? null : new ValueFilter(found.Select(f => f.Source.Name).ToEquatableList());
        plan.Read.UnionWith(found.Select(f => new ColumnName(pair.Old.Name, f.Source.Name)));
        plan.Add(new RowInsert(table.Name, values.ToEquatableList(), new(pair.New.Name, owner.PrincipalColumns), [], filter));
    }

    private void Return(Table table)
    {
        if (Owner(table, context.Match.From) is not { } owner || context.Match.ByOld(owner.PrincipalTable) is not { } pair || pair.Map(owner.PrincipalColumns) is not { } key)
            return;
        var come = PropertyName.Index(pair.Added.Where(c => c.ComputedSql is null));
        var found = Parts(table).Where(c => come.ContainsKey(PropertyName.Of(c))).Select(c => (Column: come[PropertyName.Of(c)], Source: c)).ToList();
        if (found.Count == 0)
            return;

        plan.Read.UnionWith(found.Select(f => f.Source.Name).Concat(owner.Columns).Select(c => new ColumnName(table.Name, c)));
        plan.Add(new RowUpdate(new(pair.New.Name, key), found.Select(f => new CopiedValue(f.Column.Name, table.Name, f.Source.Name)).ToEquatableList(), new(table.Name, owner.Columns)));
        foreach (var column in Parts(table).Where(c => !found.Exists(f => f.Source == c)))
            plan.Losses.Add($"drops column {table.Name}.{column.Name} with its values");
        if (found.TrueForAll(f => f.Source.IsNullable))
            plan.Losses.Add($"forgets the rows of {table.Name} that have no value but their key");
    }

    // A table whose key is its owner's, and whose properties are those of something that the owner has.
    private static bool IsOwned(Table table)
        => table.Types.Count == 0 && Parts(table) is { Count: > 0 } parts && parts.TrueForAll(c => c.Hints.Property?.Contains('.', StringComparison.Ordinal) == true);

    private static List<Column> Parts(Table table)
        => [.. table.Columns.Where(c => c.ComputedSql is null && table.PrimaryKey?.Columns.Contains(c.Name) != true)];

    private static ForeignKey? Owner(Table table, SchemaState state)
        => table.ForeignKeys.FirstOrDefault(k => k.Columns.Equals(table.PrimaryKey?.Columns) && k.PrincipalTable != table.Name && state.Tables.ContainsKey(k.PrincipalTable));
}
