using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Revisions.Errors;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Diff;

/// <summary>Sequences: created, altered, restarted, dropped. One of another type is made again.</summary>
internal sealed class SequenceDiff(DiffRun run)
{
    /// <summary>Compares all sequences.</summary>
    public void Compare()
    {
        var (from, to) = (run.Match.From.Sequences, run.Match.To.Sequences);
        if (!run.Traits.HasSequences && to.Values.FirstOrDefault() is { } refused)
            throw ErrorCatalogue.NotSupportedByProvider.Error($"The model has the sequence {refused.Name}, and {run.Traits.ProviderName} has no sequences.", refused.Name.ToString());
        foreach (var old in from.Values)
        {
            if (!to.TryGetValue(old.Name, out var sequence))
                Remove(old);
            else if (sequence.ClrType != old.ClrType)
                Replace(old, sequence);
            else
                Alter(old, sequence);
        }

        foreach (var sequence in to.Values.Where(s => !from.ContainsKey(s.Name)))
            run.Operations.Add(Stage.Sequences, Create(sequence));
    }

    private void Remove(Sequence old)
    {
        run.Losses.Add($"drops sequence {old.Name} with its numbering");
        run.Operations.Add(Stage.DropObsoleteSequences, Drop(old));
    }

    private void Replace(Sequence old, Sequence sequence)
    {
        run.Losses.Add($"makes sequence {old.Name} again, which numbers from its start");
        run.Operations.Add(Stage.DropSequences, Drop(old));
        run.Operations.Add(Stage.Sequences, Create(sequence));
    }

    private void Alter(Sequence old, Sequence sequence)
    {
        if (!(old with { StartValue = sequence.StartValue }).Equals(sequence))
        {
            var alter = Set(new AlterSequenceOperation { Schema = sequence.Name.Schema, Name = sequence.Name.Name, OldSequence = Set(new CreateSequenceOperation(), old) }, sequence);
            run.Operations.Add(Stage.Sequences, alter);
        }

        if (old.StartValue != sequence.StartValue)
            run.Operations.Add(Stage.Sequences, new RestartSequenceOperation { Schema = sequence.Name.Schema, Name = sequence.Name.Name, StartValue = sequence.StartValue });
    }

    private static CreateSequenceOperation Create(Sequence sequence) => Set(
        new CreateSequenceOperation { Schema = sequence.Name.Schema, Name = sequence.Name.Name, ClrType = sequence.ClrType, StartValue = sequence.StartValue },
        sequence);

    private static DropSequenceOperation Drop(Sequence sequence) => new() { Schema = sequence.Name.Schema, Name = sequence.Name.Name };

    private static T Set<T>(T operation, Sequence sequence)
        where T : SequenceOperation
    {
        operation.IncrementBy = sequence.IncrementBy;
        operation.MinValue = sequence.MinValue;
        operation.MaxValue = sequence.MaxValue;
        operation.IsCyclic = sequence.IsCyclic;
        operation.Annotate(sequence.Annotations);
        return operation;
    }
}
