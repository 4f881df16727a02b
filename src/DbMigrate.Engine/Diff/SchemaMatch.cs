using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>Which tables and sequences stay, go and come.</summary>
internal sealed class SchemaMatch
{
    private readonly Dictionary<ObjectName, TablePair> _byOld;
    private readonly Dictionary<ObjectName, TablePair> _byNew;

    /// <summary>Creates the match.</summary>
    /// <param name="from">The schema before.</param>
    /// <param name="to">The schema after.</param>
    /// <param name="pairs">The tables that stay.</param>
    /// <param name="sequences">The sequences.</param>
    public SchemaMatch(SchemaState from, SchemaState to, IEnumerable<TablePair> pairs, SequenceMatch sequences)
    {
        From = from;
        To = to;
        Sequences = sequences;
        _byOld = pairs.ToDictionary(p => p.Old.Name);
        _byNew = _byOld.Values.ToDictionary(p => p.New.Name);
        Dropped = [.. from.Tables.Values.Where(t => !_byOld.ContainsKey(t.Name))];
        Created = [.. to.Tables.Values.Where(t => !_byNew.ContainsKey(t.Name))];
        FromOrder = DependencyOrder.Of(from);
        ToOrder = DependencyOrder.Of(to);
        Renames = RenameSteps.Of(_byOld.ToDictionary(p => p.Key, p => p.Value.New.Name), from.Tables.Keys, n => n with { Name = n.Name + "__renamed" });
        KeptPrincipalsFirst = [.. ToOrder.Sorted.Where(_byNew.ContainsKey).Select(n => _byNew[n])];
    }

    /// <summary>The schema before.</summary>
    public SchemaState From { get; }

    /// <summary>The schema after.</summary>
    public SchemaState To { get; }

    /// <summary>The sequences.</summary>
    public SequenceMatch Sequences { get; }

    /// <summary>The tables that go.</summary>
    public IReadOnlyList<Table> Dropped { get; }

    /// <summary>The tables that come.</summary>
    public IReadOnlyList<Table> Created { get; }

    /// <summary>The tables before by their foreign keys.</summary>
    public DependencyOrder FromOrder { get; }

    /// <summary>The tables after by their foreign keys.</summary>
    public DependencyOrder ToOrder { get; }

    /// <summary>The tables that stay, principals first.</summary>
    public IReadOnlyList<TablePair> KeptPrincipalsFirst { get; }

    /// <summary>The renames of tables, one after the other.</summary>
    public IReadOnlyList<(ObjectName From, ObjectName To)> Renames { get; }

    /// <summary>The pair of a table by its old name, or null where it goes.</summary>
    public TablePair? ByOld(ObjectName name) => _byOld.GetValueOrDefault(name);

    /// <summary>The pair of a table by its new name, or null where it comes.</summary>
    public TablePair? ByNew(ObjectName name) => _byNew.GetValueOrDefault(name);
}
