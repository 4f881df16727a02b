using System;
using System.Globalization;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>Renames tables and sequences and moves them to other schemas; the provider forgets the way back to the default one.</summary>
internal sealed class MoveText(ScriptDraft draft)
{
    public void Rename(RenameTableOperation operation)
        => Rename("TABLE", operation.Schema, operation.Name, operation.NewSchema, operation.NewName ?? operation.Name);

    public void Rename(RenameSequenceOperation operation)
        => Rename("SEQUENCE", operation.Schema, operation.Name, operation.NewSchema, operation.NewName ?? operation.Name);

    /// <summary>Starts a sequence again; its start is where it would start the next time, too.</summary>
    public void Restart(RestartSequenceOperation operation)
    {
        var start = operation.StartValue?.ToString(CultureInfo.InvariantCulture);
        draft.Write(
            $"ALTER SEQUENCE {ScriptDraft.Quote(operation.Schema, operation.Name)}{(start is null ? "" : " START WITH " + start)} RESTART{(start is null ? "" : " WITH " + start)}",
            $"RestartSequence {operation.Name}");
    }

    private void Rename(string kind, string? schema, string name, string? newSchema, string newName)
    {
        var purpose = $"Rename{kind[..1]}{kind[1..].ToLowerInvariant()} {name}";
        if (draft.Name(schema, name).Schema != draft.Name(newSchema, newName).Schema)
        {
            draft.Write($"ALTER {kind} {ScriptDraft.Quote(schema, name)} SET SCHEMA {SqlText.Quote(string.IsNullOrEmpty(newSchema) ? draft.Traits.DefaultSchema! : newSchema)}", purpose);
            schema = newSchema;
        }

        if (!string.Equals(name, newName, StringComparison.Ordinal))
            draft.Write($"ALTER {kind} {ScriptDraft.Quote(schema, name)} RENAME TO {SqlText.Quote(newName)}", purpose);
    }
}
