using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Diff;

/// <summary>Columns of a table that stays: dropped, renamed, added, altered.</summary>
internal sealed class ColumnDiff(DiffRun run)
{
    // Facets by which databases number rows themselves.
    private static readonly HashSet<string> IdentityAnnotations = ["Sqlite:Autoincrement", "SqlServer:Identity", "Npgsql:ValueGenerationStrategy", "MySql:ValueGenerationStrategy"];

    private readonly LossNotes _losses = new(run.Traits);

    /// <summary>Drops columns under the table's old name, computed ones before those that they read.</summary>
    public void Drop(TablePair pair)
    {
        foreach (var column in ComputedOrder.ReadersFirst(pair.Dropped.Except(pair.LateDropped).Except(run.Fills.Sources.Columns(pair))))
            run.Operations.Add(Stage.Drop, Drop(pair, pair.Old.Name, column, column.Name));
    }

    /// <summary>Renames columns under the table's new name.</summary>
    public void Rename(TablePair pair)
    {
        foreach (var (from, to) in pair.Renames)
        {
            var rename = new RenameColumnOperation { Schema = pair.New.Name.Schema, Table = pair.New.Name.Name, Name = from, NewName = to };
            if (pair.New.FindColumn(to)?.Hints.Property is { } property && property != to && pair.OldNameOf(to) is not null)
                rename.AddAnnotation(OperationAnnotations.Property, property);
            run.Operations.Add(Stage.Rename, rename);
        }
    }

    /// <summary>Adds and alters columns; computed ones after those that they read.</summary>
    public void Change(TablePair pair)
    {
        var before = pair.Kept.ToDictionary(k => k.New.Name, k => RowIdKey.Like(pair.Old, k.Old, pair.New, k.New) with
        {
            Name = k.New.Name,
            ComputedSql = pair.Follow(k.Old.ComputedSql),
            DefaultSql = run.Match.Sequences.Follow(k.Old.DefaultSql, run.Traits.DefaultSchema),
        });
        foreach (var column in ComputedOrder.ReadersLast(pair.New.Columns))
        {
            if (!before.TryGetValue(column.Name, out var old))
                Add(pair, column);
            else if (!old.Equals(column))
                Alter(pair, old, column);
        }

        var read = run.Fills.Sources.Columns(pair);
        foreach (var column in ComputedOrder.ReadersFirst(pair.LateDropped.Union(read)))
            run.Operations.Add(read.Contains(column) ? Stage.DropFillSources : Stage.Change, Drop(pair, pair.New.Name, column, pair.Aside.GetValueOrDefault(column.Name, column.Name)));
    }

    private void Add(TablePair pair, Column column)
    {
        var needed = !column.IsNullable && column.DefaultSql is null && !IsGenerated(pair.New, column);
        var fill = column.ComputedSql is null ? run.Fills.Take(pair.New, column, needed) : null;
        if (fill is null || fill.IsDefaultOf(column))
        {
            run.Operations.Add(Stage.Change, run.Factory.AddColumn(pair.New.Name, column));
            return;
        }

        var bare = WithoutDefault(column);
        var add = run.Factory.AddColumn(pair.New.Name, bare);
        SetFill(pair, column, add, fill);
        run.Operations.Add(Stage.Change, add);
        if (column.DefaultSql is not null)
            run.Operations.Add(Stage.Change, run.Factory.AlterColumn(pair.New.Name, bare, column));
    }

    private void Alter(TablePair pair, Column old, Column column)
    {
        var losses = _losses.OfAlter(pair.New.Name, old, column).ToList();
        run.Losses.AddRange(losses);
        var tightens = old.IsNullable && !column.IsNullable && column.ComputedSql is null;
        var fill = tightens ? run.Fills.Take(pair.New, column, needed: column.DefaultSql is null && !IsGenerated(pair.New, column)) : null;
        if (fill is null || fill.IsDefaultOf(column))
        {
            var alter = run.Factory.AlterColumn(pair.New.Name, old, column);
            alter.IsDestructiveChange = losses.Count > 0;
            run.Operations.Add(Stage.Change, alter);
            return;
        }

        var bare = WithoutDefault(column);
        var tighten = run.Factory.AlterColumn(pair.New.Name, old, bare);
        tighten.IsDestructiveChange = losses.Count > 0;
        SetFill(pair, column, tighten, fill);
        run.Operations.Add(Stage.Change, tighten);
        if (column.DefaultSql is not null)
            run.Operations.Add(Stage.Change, run.Factory.AlterColumn(pair.New.Name, bare, column));
    }

    private void SetFill(TablePair pair, Column column, ColumnOperation operation, Fill fill)
    {
        operation.DefaultValue = fill.Value;
        operation.DefaultValueSql = fill.Sql;
        operation.AddAnnotation(OperationAnnotations.Fill, true);
        run.Filled[new(pair.New.Name, column.Name)] = fill;
    }

    private DropColumnOperation Drop(TablePair pair, ObjectName table, Column column, string name)
    {
        var isLost = column.ComputedSql is null && !run.Copied.Contains(new(pair.Old.Name, column.Name));
        if (isLost)
            run.Losses.Add($"drops column {pair.Old.Name}.{column.Name} with its values");
        return new() { Schema = table.Schema, Table = table.Name, Name = name, IsDestructiveChange = isLost };
    }

    private bool IsGenerated(Table table, Column column)
        => column.Annotations.Items.Any(a => IdentityAnnotations.Contains(a.Key))
            || run.Traits.NumbersRows(table, column);

    private static Column WithoutDefault(Column column)
        => column with { DefaultSql = null, Hints = column.Hints with { DefaultValue = null } };
}
