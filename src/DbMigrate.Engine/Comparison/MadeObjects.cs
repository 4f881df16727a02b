using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Requests;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Scripting;

namespace DbMigrate.Engine.Comparison;

/// <summary>
/// What revisions have made at any time. A table, view, trigger, sequence or schema that none of them ever made belongs
/// to somebody else, and is never dropped.
/// </summary>
internal sealed class MadeObjects
{
    private readonly HashSet<(string Kind, ObjectName Name)> _made = [];

    /// <summary>Collects them.</summary>
    /// <param name="codes">The code of all revisions, parents first.</param>
    /// <param name="wanted">What counts as made too.</param>
    /// <param name="traits">The provider's.</param>
    public MadeObjects(IEnumerable<RevisionCode> codes, SchemaState wanted, ProviderTraits traits)
    {
        Add(wanted);
        var state = SchemaState.Empty;
        foreach (var code in codes)
        {
            state = RecordedSchema.Replay(state, code, down: false, traits);
            Add(state);
        }
    }

    /// <summary>A schema without what belongs to somebody else.</summary>
    public SchemaState Ours(SchemaState actual) => actual with
    {
        Schemas = actual.Schemas.Intersect(actual.Schemas.Where(s => Has("schema", s))),
        Tables = Only("table", actual.Tables),
        Sequences = Only("sequence", actual.Sequences),
        Views = Only("view", actual.Views),
        Triggers = Only("trigger", actual.Triggers),
    };

    private void Add(SchemaState state)
    {
        Add("schema", state.Schemas.Select(s => (ObjectName)s));
        Add("table", state.Tables.Keys);
        Add("sequence", state.Sequences.Keys);
        Add("view", state.Views.Keys);
        Add("trigger", state.Triggers.Keys);
    }

    private void Add(string kind, IEnumerable<ObjectName> names) => _made.UnionWith(names.Select(n => (kind, n)));

    private bool Has(string kind, ObjectName name) => _made.Contains((kind, name));

    private ImmutableSortedDictionary<ObjectName, T> Only<T>(string kind, ImmutableSortedDictionary<ObjectName, T> objects)
        => objects.RemoveRange(objects.Keys.Where(n => !Has(kind, n)));
}
