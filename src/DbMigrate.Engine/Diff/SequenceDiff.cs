using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Revisions.Errors;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Diff;

/// <summary>Sequences: renamed, created, altered, restarted, dropped. One of another type is altered, and goes on numbering.</summary>
internal sealed class SequenceDiff(DiffRun run)
{
    /// <summary>Compares all sequences.</summary>
    public void Compare()
    {
        var (from, to, match) = (run.Match.From.Sequences, run.Match.To.Sequences, run.Match.Sequences);
        if (!run.Traits.HasSequences && to.Values.FirstOrDefault() is { } refused)
            throw ErrorCatalogue.NotSupportedByProvider.Error($"The model has the sequence {refused.Name}, and {run.Traits.ProviderName} has no sequences.", refused.Name.ToString());
        foreach (var step in match.Renames)
            run.Operations.Add(Stage.Rename, new RenameSequenceOperation { Schema = step.From.Schema, Name = step.From.Name, NewSchema = step.To.Schema, NewName = step.To.Name });
        foreach (var old in match.Dropped)
            Remove(old);
        foreach (var old in from.Values.Where(s => match.Joined.ContainsKey(s.Name)))
            Change(old, to[match.Joined[old.Name]]);
        foreach (var sequence in match.Created)
            run.Operations.Add(Stage.Sequences, Create(sequence));
    }

    private void Remove(Sequence old)
    {
        run.Losses.Add($"drops sequence {old.Name} with its numbering");
        if (run.Match.Sequences.NameOfDropped(old) is { } name)
            run.Operations.Add(Stage.DropObsoleteSequences, Drop(name));
        else
            run.Operations.Add(Stage.DropSequences, Drop(old.Name));
    }

    // The start is always in the range: where the old one would not be in the new range, it changes first, by way of a
    // range that has both where it must.
    private void Change(Sequence old, Sequence sequence)
    {
        var (before, after) = (SequenceRange.Of(old), SequenceRange.Of(sequence));
        if (old.StartValue == sequence.StartValue || after.Covers(before))
        {
            Alter(old, sequence);
            Restart(old, sequence);
            return;
        }

        var passing = old with { Name = sequence.Name };
        if (!before.Holds(sequence.StartValue))
        {
            var (narrow, both) = (passing, before.With(after));
            passing = passing with { ClrType = SequenceRange.Wider(old.ClrType, sequence.ClrType), MinValue = both.Least, MaxValue = both.Most };
            Alter(narrow, passing);
        }

        Restart(old, sequence);
        Alter(passing, sequence);
    }

    private void Alter(Sequence old, Sequence sequence)
    {
        if ((old with { Name = sequence.Name, StartValue = sequence.StartValue }).Equals(sequence))
            return;
        var alter = Set(new AlterSequenceOperation { Schema = sequence.Name.Schema, Name = sequence.Name.Name, OldSequence = Set(new CreateSequenceOperation { ClrType = old.ClrType }, old) }, sequence);
        if (old.ClrType != sequence.ClrType)
            alter.AddAnnotation(OperationAnnotations.SequenceType, sequence.ClrType.Name);
        run.Operations.Add(Stage.Sequences, alter);
    }

    private void Restart(Sequence old, Sequence sequence)
    {
        if (old.StartValue != sequence.StartValue)
            run.Operations.Add(Stage.Sequences, new RestartSequenceOperation { Schema = sequence.Name.Schema, Name = sequence.Name.Name, StartValue = sequence.StartValue });
    }

    private static CreateSequenceOperation Create(Sequence sequence) => Set(
        new CreateSequenceOperation { Schema = sequence.Name.Schema, Name = sequence.Name.Name, ClrType = sequence.ClrType, StartValue = sequence.StartValue },
        sequence);

    private static DropSequenceOperation Drop(ObjectName name) => new() { Schema = name.Schema, Name = name.Name };

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
