using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>
/// Generated columns that are dropped and made again. The server drops their indexes, checks and keys with them, and
/// refuses where foreign keys point to these.
/// </summary>
/// <param name="draft">The script.</param>
/// <param name="table">The columns' table.</param>
/// <param name="columns">The columns' names.</param>
/// <param name="purpose">What it is for.</param>
internal sealed class RemadeColumns(ScriptDraft draft, Table table, IReadOnlyCollection<string> columns, string purpose)
{
    /// <summary>Drops the columns, and the foreign keys that point to them.</summary>
    /// <param name="why">What to say of each column.</param>
    public void Drop(Func<string, string> why)
    {
        foreach (var (owner, key) in ForeignKeys().Where(k => PointsHere(k.Key)))
            draft.Generate(ConstraintOperations.DropForeignKey(owner, key), $"{purpose}: drop {key.Name}, which refers to {table.Name}");
        foreach (var column in columns)
            draft.Write($"ALTER TABLE {SqlText.Quote(table.Name)} DROP COLUMN {SqlText.Quote(column)}", $"{purpose}: {why(column)}");
    }

    /// <summary>Makes again all that was on them, when they are there again.</summary>
    public void RestoreConstraints()
    {
        foreach (var index in table.Indexes.Where(i => IsOn(i.Columns) || Mentions(i.Filter) || Mentions(i.RawSql) || IsOn(i.Annotations["Npgsql:IndexInclude"] as string[] ?? [])))
            Write(ConstraintOperations.CreateIndex(table.Name, index), index.Name);
        if (table.PrimaryKey is { } primary && IsOn(primary.Columns))
            Write(ConstraintOperations.AddPrimaryKey(table.Name, primary), primary.Name);
        foreach (var key in table.UniqueConstraints.Where(k => IsOn(k.Columns)))
            Write(ConstraintOperations.AddUnique(table.Name, key), key.Name);
        foreach (var check in table.Checks.Where(c => Mentions(c.Sql)))
            Write(ConstraintOperations.AddCheck(table.Name, check), check.Name);
        foreach (var (owner, key) in ForeignKeys())
        {
            var add = ConstraintOperations.AddForeignKey(owner, key);
            Write(add, key.Name);
            ConstraintText.Complete(draft, add, add.Schema, add.Table);
        }
    }

    private List<(ObjectName Owner, ForeignKey Key)> ForeignKeys()
        => [.. draft.State.Tables.Values.SelectMany(t => t.ForeignKeys.Where(k => PointsHere(k) || (t.Name == table.Name && IsOn(k.Columns))).Select(k => (t.Name, k)))];

    private bool PointsHere(ForeignKey key) => key.PrincipalTable == table.Name && IsOn(key.PrincipalColumns);

    private bool IsOn(IEnumerable<string> names) => names.Any(columns.Contains);

    private bool Mentions(string? sql) => columns.Any(c => ColumnMentions.Any(sql, c));

    private void Write(MigrationOperation operation, string name)
    {
        if (operation is SqlOperation sql)
            draft.Write(sql.Sql, $"{purpose}: {name} again");
        else
            draft.Generate(operation, $"{purpose}: {name} again");
    }
}
