using System;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>What sequences get that the provider has no statement for, or another one than a database needs that is used.</summary>
internal sealed class SequenceText(ScriptDraft draft)
{
    /// <summary>
    /// Changes the type with all other settings, in one statement: the limits of the old type need not fit the new one. The
    /// sequence goes on where it was, also under the defaults that take its values.
    /// </summary>
    public void AlterType(AlterSequenceOperation operation)
    {
        var name = ScriptDraft.Quote(operation.Schema, operation.Name);
        var type = draft.Traits.StoreType(new AddColumnOperation { ClrType = Type.GetType("System." + operation[OperationAnnotations.SequenceType], throwOnError: true)! });
        var limits = $"{Limit("MINVALUE", operation.MinValue)} {Limit("MAXVALUE", operation.MaxValue)}";
        draft.Write($"ALTER SEQUENCE {name} AS {type} INCREMENT BY {Text(operation.IncrementBy)} {limits}{(operation.IsCyclic ? "" : " NO")} CYCLE", $"AlterSequence {operation.Name}");
    }

    /// <summary>Starts a sequence again; its start is where it would start the next time, too.</summary>
    public void Restart(RestartSequenceOperation operation)
    {
        var start = operation.StartValue is { } value ? Text(value) : null;
        draft.Write(
            $"ALTER SEQUENCE {ScriptDraft.Quote(operation.Schema, operation.Name)}{(start is null ? "" : " START WITH " + start)} RESTART{(start is null ? "" : " WITH " + start)}",
            $"RestartSequence {operation.Name}");
    }

    private static string Limit(string word, long? value) => value is { } limit ? $"{word} {Text(limit)}" : "NO " + word;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
