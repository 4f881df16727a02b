using System.Collections.Generic;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>Renames tables and sequences and moves them to other schemas; the provider forgets the way back to the default one.</summary>
internal sealed class MoveText(ScriptDraft draft)
{
    public void Rename(RenameTableOperation operation)
        => Rename("TABLE", $"RenameTable {operation.Name}", draft.Name(operation.Schema, operation.Name), draft.Name(operation.NewSchema, operation.NewName ?? operation.Name));

    public void Rename(RenameSequenceOperation operation)
        => Rename("SEQUENCE", $"RenameSequence {operation.Name}", draft.Name(operation.Schema, operation.Name), draft.Name(operation.NewSchema, operation.NewName ?? operation.Name));

    private void Rename(string kind, string purpose, ObjectName old, ObjectName to)
    {
        foreach (var step in Steps(old, to))
        {
            var change = step.Schema != old.Schema ? $"SET SCHEMA {SqlText.Quote(step.Schema ?? draft.Traits.DefaultSchema!)}" : $"RENAME TO {SqlText.Quote(step.Name)}";
            draft.Write($"ALTER {kind} {SqlText.Quote(old)} {change}", purpose);
            old = step;
        }
    }

    // A statement changes the schema or the name, so that another one may have the name in between.
    private IEnumerable<ObjectName> Steps(ObjectName old, ObjectName to)
    {
        if (old.Schema != to.Schema && old.Name != to.Name)
        {
            var (moved, renamed) = (old with { Schema = to.Schema }, old with { Name = to.Name });
            if (!IsTaken(moved))
            {
                yield return moved;
            }
            else if (!IsTaken(renamed))
            {
                yield return renamed;
            }
            else
            {
                yield return old with { Name = old.Name + "__renamed" };
                yield return new(to.Schema, old.Name + "__renamed");
            }
        }

        if (old != to)
            yield return to;
    }

    private bool IsTaken(ObjectName name) => draft.State.Tables.ContainsKey(name) || draft.State.Sequences.ContainsKey(name) || draft.State.Views.ContainsKey(name);
}
