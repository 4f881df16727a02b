using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Merge;

/// <summary>What one line makes of the schema that it starts from, and which of its revisions does what.</summary>
internal sealed class SideHistory
{
    private readonly ProviderTraits _traits;
    private readonly MergeSide _side;
    private readonly SchemaState _start;
    private readonly Lazy<IReadOnlyList<Stage>> _stages;

    public SideHistory(ProviderTraits traits, SchemaState start, SchemaState end, MergeSide side)
    {
        (_traits, _start, _side) = (traits, start, side);
        End = SchemaObjects.Of(end);
        _stages = new(Replay);
    }

    /// <summary>What there is at the end.</summary>
    public IReadOnlyDictionary<string, SchemaObject> End { get; }

    /// <summary>What the revisions of the line do to a thing, with its name where the sentence is about another one.</summary>
    public IEnumerable<MergeChange> Changes(string label, bool isNamed)
        => from stage in _stages.Value
           let before = stage.Before.GetValueOrDefault(label)
           let after = stage.After.GetValueOrDefault(label)
           where !Equals(before?.Value, after?.Value)
           select new MergeChange(stage.Step, Describe(stage, label, before, after, isNamed ? (after ?? before)!.Title : "it"));

    /// <summary>The revisions of the line that change values of a seeded row by its key, not only along with a column.</summary>
    public IEnumerable<MergeChange> Updates(string row)
        => from stage in _stages.Value
           where stage.UpdatedRows.Contains(row) && stage.After.ContainsKey(row)
           select new MergeChange(stage.Step, $"changes it to {stage.After[row].Text}");

    private static string Describe(Stage stage, string label, SchemaObject? before, SchemaObject? after, string what)
    {
        if (after is null)
            return stage.Renames.FirstOrDefault(r => r.From == label) is { } gone ? $"renames {what} to {gone.ToName}" : $"drops {what}";
        if (before is null)
            return stage.Renames.FirstOrDefault(r => r.To == label) is { } came ? $"renames {came.From} to {(what == "it" ? "this" : what)}" : $"creates {what}: {after.Text}";
        return $"changes {what} from {before.Text} to {after.Text}";
    }

    private IReadOnlyList<Stage> Replay()
    {
        var stages = new List<Stage>();
        var state = _start;
        var before = SchemaObjects.Of(state);
        foreach (var step in _side.Steps)
        {
            var operations = step.Operations();
            string[] rows = [.. RowObjects.Updated(operations, state.Tables)];
            state = new Replayer(_traits).Apply(state, operations);
            var after = SchemaObjects.Of(state);
            stages.Add(new(step, [.. RenameNote.Of(operations)], rows, before, after));
            before = after;
        }

        return stages;
    }

    private sealed record Stage(
        MergeStep Step, IReadOnlyList<RenameNote> Renames, IReadOnlyList<string> UpdatedRows, IReadOnlyDictionary<string, SchemaObject> Before, IReadOnlyDictionary<string, SchemaObject> After);
}
