using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Diff;

/// <summary>Which sequences stay, go and come.</summary>
internal sealed class SequenceMatch
{
    private readonly Dictionary<ObjectName, ObjectName> _aside;
    private readonly HashSet<ObjectName> _taken;

    /// <summary>Creates the match.</summary>
    /// <param name="from">The schema before.</param>
    /// <param name="to">The schema after.</param>
    /// <param name="joined">New names by old names of the sequences that stay.</param>
    public SequenceMatch(SchemaState from, SchemaState to, IReadOnlyDictionary<ObjectName, ObjectName> joined)
    {
        Joined = joined;
        var kept = joined.Values.ToHashSet();
        Dropped = [.. from.Sequences.Values.Where(s => !joined.ContainsKey(s.Name))];
        Created = [.. to.Sequences.Values.Where(s => !kept.Contains(s.Name))];

        // The server drops no sequence that a default takes its values from, and another one needs the name before that
        // default is changed.
        var defaults = from.Tables.Values.SelectMany(t => t.Columns).Select(c => c.DefaultSql).OfType<string>().ToList();
        _taken = [.. Dropped.Select(s => s.Name).Where(to.Sequences.ContainsKey)];
        _aside = Dropped.Where(s => _taken.Contains(s.Name) && defaults.Exists(d => SqlMentions.Any(d, [s.Name.Name]))).ToDictionary(s => s.Name, s => Passing(s.Name));
        Renames = RenameSteps.Of(joined.Concat(_aside).ToDictionary(), from.Sequences.Keys, Passing);
    }

    /// <summary>New names by old names of the sequences that stay.</summary>
    public IReadOnlyDictionary<ObjectName, ObjectName> Joined { get; }

    /// <summary>The sequences that go.</summary>
    public IReadOnlyList<Sequence> Dropped { get; }

    /// <summary>The sequences that come.</summary>
    public IReadOnlyList<Sequence> Created { get; }

    /// <summary>The renames, one after the other; a sequence that goes may step aside for one that takes its name.</summary>
    public IReadOnlyList<(ObjectName From, ObjectName To)> Renames { get; }

    /// <summary>The name of a sequence that goes, after the renames; null where it must go before them.</summary>
    public ObjectName? NameOfDropped(Sequence sequence)
    {
        if (_aside.TryGetValue(sequence.Name, out var aside))
            return aside;
        return _taken.Contains(sequence.Name) ? null : sequence.Name;
    }

    /// <summary>An expression as it reads after the renames, which databases do themselves.</summary>
    /// <param name="sql">The expression; null for none.</param>
    /// <param name="defaultSchema">The schema of names without one.</param>
    public string? Follow(string? sql, string? defaultSchema)
        => sql is null ? null : Renames.Aggregate(sql, (text, step) => SequenceReferences.Rename(text, step.From, step.To, defaultSchema));

    private static ObjectName Passing(ObjectName name) => name with { Name = name.Name + "__renamed" };
}
