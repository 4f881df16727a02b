using System;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Replay;

/// <summary>Sequences.</summary>
internal static class SequenceReplay
{
    public static bool TryApply(ReplaySession session, MigrationOperation operation)
    {
        switch (operation)
        {
            case CreateSequenceOperation create:
                Create(session, create);
                return true;
            case AlterSequenceOperation alter:
                var altered = Find(session, alter.Schema, alter.Name, "Alter sequence");
                session.Sequences[altered.Name] = Settings(altered, alter) with
                {
                    ClrType = Type(alter, altered),
                    Annotations = PlainAnnotations.Change(altered.Annotations, alter.OldSequence, alter),
                };
                return true;
            case RestartSequenceOperation restart:
                var restarted = Find(session, restart.Schema, restart.Name, "Restart sequence");
                session.Sequences[restarted.Name] = restart.StartValue is { } start ? restarted with { StartValue = start } : restarted;
                return true;
            case RenameSequenceOperation rename:
                Rename(session, rename);
                return true;
            case DropSequenceOperation drop:
                session.Sequences.Remove(Find(session, drop.Schema, drop.Name, "Drop sequence").Name);
                return true;
            default:
                return false;
        }
    }

    private static void Create(ReplaySession session, CreateSequenceOperation operation)
    {
        var name = session.Name(operation.Schema, operation.Name);
        if (session.Sequences.ContainsKey(name))
            throw ReplaySession.Conflict($"Create sequence: there is a sequence {name} already.", name);
        var sequence = new Sequence(name, operation.ClrType ?? typeof(long)) { StartValue = operation.StartValue, Annotations = PlainAnnotations.Read(operation) };
        session.Sequences.Add(name, Settings(sequence, operation));
    }

    private static void Rename(ReplaySession session, RenameSequenceOperation operation)
    {
        var sequence = Find(session, operation.Schema, operation.Name, "Rename sequence");
        var name = session.Name(operation.NewSchema, operation.NewName ?? operation.Name);
        if (name == sequence.Name)
            return;
        if (session.Sequences.ContainsKey(name))
            throw ReplaySession.Conflict($"Rename sequence {sequence.Name}: there is a sequence {name} already.", name);
        session.Sequences.Remove(sequence.Name);
        session.Sequences.Add(name, sequence with { Name = name });
        RenameFollower.Sequence(session, sequence.Name, name);
    }

    private static Type Type(AlterSequenceOperation operation, Sequence sequence)
    {
        if (PlainAnnotations.Text(operation, OperationAnnotations.SequenceType) is not { } type)
            return sequence.ClrType;
        return System.Type.GetType("System." + type) ?? throw ReplaySession.Conflict($"Alter sequence {sequence.Name}: there is no type {type}.", sequence.Name);
    }

    private static Sequence Settings(Sequence sequence, SequenceOperation operation) => sequence with
    {
        IncrementBy = operation.IncrementBy,
        MinValue = operation.MinValue,
        MaxValue = operation.MaxValue,
        IsCyclic = operation.IsCyclic,
    };

    private static Sequence Find(ReplaySession session, string? schema, string name, string purpose)
    {
        var key = session.Name(schema, name);
        return session.Sequences.TryGetValue(key, out var sequence) ? sequence : throw ReplaySession.Conflict($"{purpose}: there is no sequence {key}.", key);
    }
}
