using System;
using System.Globalization;
using DbMigrate.Engine.Introspection.Postgres;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>What sequences get that the provider has no statement for, or another one than a database needs that is used.</summary>
internal sealed class SequenceText(ScriptDraft draft)
{
    /// <summary>Changes settings; a range that does not hold where the sequence is now is refused first, in words that say so.</summary>
    public void Alter(AlterSequenceOperation operation)
    {
        RequirePlace(operation);
        if (operation.FindAnnotation(OperationAnnotations.SequenceType) is not null)
            AlterType(operation);
        else
            draft.Generate(operation, $"AlterSequence {operation.Name}");
    }

    /// <summary>
    /// Changes the type with all other settings, in one statement: the limits of the old type need not fit the new one. The
    /// sequence goes on where it was, also under the defaults that take its values.
    /// </summary>
    private void AlterType(AlterSequenceOperation operation)
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

    private void RequirePlace(AlterSequenceOperation operation)
    {
        var name = draft.Name(operation.Schema, operation.Name);
        if (!draft.State.Sequences.TryGetValue(name, out var sequence))
            return;
        var (before, after) = (SequenceRange.Of(sequence), SequenceRange.Of(new Replayer(draft.Traits).Apply(draft.State, [operation]).Sequences[name]));
        if (after.Covers(before))
            return;
        var (problem, hint) = ($"The sequence {name} is at %s, outside of its new range {Text(after.Least)} to {Text(after.Most)}.", $"Keep the wider range, or let the sequence begin anew before this: RestartSequence, or ALTER SEQUENCE {SqlText.Quote(name)} RESTART WITH a number that is free.");
        draft.Write(
            $"""
            DO $dbmigrate$ BEGIN
                IF (SELECT last_value NOT BETWEEN {Text(after.Least)} AND {Text(after.Most)} FROM {SqlText.Quote(name)}) THEN
                    RAISE numeric_value_out_of_range USING MESSAGE = format({PostgresText.Literal(problem)}, (SELECT last_value FROM {SqlText.Quote(name)})), HINT = {PostgresText.Literal(hint)};
                END IF;
            END $dbmigrate$
            """.ReplaceLineEndings("\n"),
            $"AlterSequence {operation.Name}: its place is in the new range");
    }

    private static string Limit(string word, long? value) => value is { } limit ? $"{word} {Text(limit)}" : "NO " + word;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
