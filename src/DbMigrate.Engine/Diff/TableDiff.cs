using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Diff;

/// <summary>Tables: dropped, renamed, created, other comment or facets.</summary>
internal sealed class TableDiff(DiffRun run)
{
    /// <summary>Drops a table.</summary>
    public void Drop(Table table)
    {
        // Which of its columns were not copied is said where the copies are found.
        var isCopied = table.Columns.Any(c => run.Copied.Contains(new(table.Name, c.Name)));
        if (!isCopied)
            run.Losses.Add($"drops table {table.Name} with its rows");
        run.Operations.Add(run.Fills.Sources.Tables.Contains(table.Name) ? Stage.DropFillSources : Stage.Drop, new DropTableOperation { Schema = table.Name.Schema, Name = table.Name.Name, IsDestructiveChange = !isCopied });
    }

    /// <summary>Renames tables, by way of a passing name where names are exchanged.</summary>
    public void Rename()
    {
        foreach (var step in run.Match.Renames)
        {
            var rename = new RenameTableOperation { Schema = step.From.Schema, Name = step.From.Name, NewSchema = step.To.Schema, NewName = step.To.Name };
            if (run.Match.ByNew(step.To)?.New.Entity is { } entity)
                rename.AddAnnotation(OperationAnnotations.Entity, entity);
            run.Operations.Add(Stage.RenameTables, rename);
        }
    }

    /// <summary>Changes the comment and facets of the tables that are logged no longer, those that refer to others first.</summary>
    public void EndLogging()
    {
        foreach (var pair in run.Match.KeptPrincipalsFirst.Reverse().Where(Logging.Ends))
            run.Operations.Add(Stage.EndLogging, OperationFactory.AlterTable(pair.Old, pair.New));
    }

    /// <summary>Changes the comment or facets of another table that stays.</summary>
    public void Change(TablePair pair)
    {
        if (Logging.Ends(pair))
            return;
        if (pair.Old.Comment != pair.New.Comment || !pair.Old.Annotations.Equals(pair.New.Annotations))
            run.Operations.Add(Stage.Change, OperationFactory.AlterTable(pair.Old, pair.New));
    }

    /// <summary>Takes note of other types of a hierarchy in tables that stay, where something changes at all: the database is not concerned.</summary>
    public void ChangeTypes()
    {
        if (run.Operations.All.Count == 0)
            return;
        foreach (var pair in run.Match.KeptPrincipalsFirst.Where(p => (p.Old.Entity is not null || p.Old.Types.Count > 0) && !TypeMaps.Follow(p.Old.Types, c => p.Columns.GetValueOrDefault(c)).Equals(p.New.Types)))
            run.Operations.Add(Stage.Change, OperationFactory.ChangeTypes(pair.New));
    }

    /// <summary>Creates a table; foreign keys that close a cycle, or whose key waits for rows, and what EF's operation has no place for come later.</summary>
    /// <param name="table">The table.</param>
    /// <param name="keys">The changes of the keys of tables that stay, by the names before.</param>
    public void Create(Table table, IReadOnlyDictionary<ObjectName, KeyDiff> keys)
    {
        var inline = Inline(table, keys);
        run.Operations.Add(Stage.CreateTables, run.Factory.CreateTable(table, inline));
        foreach (var index in table.Indexes)
            run.Operations.Add(Stage.Constrain, ConstraintOperations.CreateIndex(table.Name, index));
        foreach (var key in table.ForeignKeys.Where(k => !inline.Contains(k)))
            run.Operations.Add(Stage.Constrain, ConstraintOperations.AddForeignKey(table.Name, key));
    }

    /// <summary>The foreign keys that a table is created with.</summary>
    public List<ForeignKey> Inline(Table table, IReadOnlyDictionary<ObjectName, KeyDiff> keys)
        => [.. table.ForeignKeys.Where(k => run.Match.ByNew(k.PrincipalTable) is { } principal ? !keys[principal.Old.Name].IsLate(k) : !run.Match.ToOrder.PointsForward(table.Name, k))];
}
