using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>
/// A generated column that is dropped and made again. The server drops its indexes, checks and keys with it, and refuses
/// where foreign keys point to these.
/// </summary>
/// <param name="draft">The script.</param>
/// <param name="table">The column's table.</param>
/// <param name="column">The column's name.</param>
/// <param name="purpose">What it is for.</param>
internal sealed class RemadeColumn(ScriptDraft draft, Table table, string column, string purpose)
{
    /// <summary>Drops the foreign keys that point to the column. Those that are on it go with it.</summary>
    public void DropReferences()
    {
        foreach (var (owner, key) in ForeignKeys().Where(k => PointsHere(k.Key)))
            draft.Generate(ConstraintOperations.DropForeignKey(owner, key), $"{purpose}: drop {key.Name}, which refers to it");
    }

    /// <summary>Makes again all that was there, when the column is there again.</summary>
    public void RestoreConstraints()
    {
        foreach (var index in table.Indexes.Where(i => i.Columns.Contains(column) || ColumnMentions.Any(i.Filter, column) || ColumnMentions.Any(i.RawSql, column) || (i.Annotations["Npgsql:IndexInclude"] as string[])?.Contains(column) == true))
            Write(ConstraintOperations.CreateIndex(table.Name, index), index.Name);
        if (table.PrimaryKey is { } primary && primary.Columns.Contains(column))
            Write(ConstraintOperations.AddPrimaryKey(table.Name, primary), primary.Name);
        foreach (var key in table.UniqueConstraints.Where(k => k.Columns.Contains(column)))
            Write(ConstraintOperations.AddUnique(table.Name, key), key.Name);
        foreach (var check in table.Checks.Where(c => ColumnMentions.Any(c.Sql, column)))
            Write(ConstraintOperations.AddCheck(table.Name, check), check.Name);
        foreach (var (owner, key) in ForeignKeys())
        {
            var add = ConstraintOperations.AddForeignKey(owner, key);
            Write(add, key.Name);
            ConstraintText.Complete(draft, add, add.Schema, add.Table);
        }
    }

    private List<(ObjectName Owner, ForeignKey Key)> ForeignKeys()
        => [.. draft.State.Tables.Values.SelectMany(t => t.ForeignKeys.Where(k => PointsHere(k) || (t.Name == table.Name && k.Columns.Contains(column))).Select(k => (t.Name, k)))];

    private bool PointsHere(ForeignKey key) => key.PrincipalTable == table.Name && key.PrincipalColumns.Contains(column);

    private void Write(MigrationOperation operation, string name)
    {
        if (operation is SqlOperation sql)
            draft.Write(sql.Sql, $"{purpose}: {name} again");
        else
            draft.Generate(operation, $"{purpose}: {name} again");
    }
}
