using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>
/// Views and triggers that a revision itself drops and makes again (<see cref="OperationAnnotations.MadeAgain"/>): they get
/// back what they had beside their text as soon as all of them are there.
/// </summary>
internal sealed class OwnDrops(ScriptDraft draft, IReadOnlyList<MigrationOperation> operations)
{
    private readonly KeptFacts _facts = new(draft, "dbmigrate.again_");
    private readonly List<SchemaStatement> _open = [];
    private readonly List<SchemaStatement> _made = [];

    /// <summary>Keeps, in front of drops that stand together, what their objects have.</summary>
    public void Before(int index)
    {
        if (!IsMarked(index) || IsMarked(index - 1))
            return;
        var views = Again(index).Where(s => s.Kind != SchemaObjectKind.Trigger).ToList();
        var triggers = Triggers(index, [.. views.Select(s => s.Name)]);
        List<SchemaStatement> dropped = [.. views, .. triggers.Select(t => t.Made)];
        _open.AddRange(dropped);
        _facts.Keep([.. views.Select(s => s.Name)], [.. triggers.Select(t => (t.Trigger, t.Made.Table!))], Materialized(views), $"drop of {string.Join(", ", dropped.Select(s => s.Name))}");
    }

    /// <summary>Gives it back behind the last of those that are made again.</summary>
    public void After(int index)
    {
        if (_open.Count == 0)
            return;
        var made = Statements(index).Where(s => !s.IsDrop).Select(s => (s.Kind, s.Name)).ToHashSet();
        _made.AddRange(_open.Where(s => made.Contains((s.Kind, s.Name))));
        _open.RemoveAll(_made.Contains);
        if (_open.Count > 0)
            return;
        _facts.GiveBack([.. _made.Select(s => s.Name)], Materialized(_made));
        _made.Clear();
    }

    // What the drops that begin here drop and this or a later operation makes, in the order in which it is made.
    private IEnumerable<SchemaStatement> Again(int index)
    {
        var dropped = Dropped(index).Select(s => (s.Kind, s.Name)).ToHashSet();
        return Made(index).Where(s => dropped.Contains((s.Kind, s.Name))).DistinctBy(s => (s.Kind, s.Name));
    }

    // Their tables may be renamed until then. Those of a view go with it.
    private List<(Trigger Trigger, SchemaStatement Made)> Triggers(int index, HashSet<ObjectName> views)
    {
        var dropped = Dropped(index).Where(s => s.Kind == SchemaObjectKind.Trigger).Select(s => s.Name).ToHashSet();
        var made = Made(index).Where(s => s.Kind == SchemaObjectKind.Trigger).ToList();
        return
        [
            .. from trigger in draft.State.Triggers.Values
               where dropped.Contains(trigger.Name) || views.Contains(trigger.Table)
               let table = operations.Skip(index).OfType<RenameTableOperation>().Aggregate(trigger.Table, Follow)
               let again = made.Find(s => s.Table == table && s.Name.Name == trigger.Name.Name)
               where again is not null
               select (trigger, again),
        ];
    }

    private IEnumerable<SchemaStatement> Dropped(int index)
        => Enumerable.Range(index, operations.Count - index).TakeWhile(IsMarked).SelectMany(Statements).Where(s => s.IsDrop);

    private IEnumerable<SchemaStatement> Made(int index)
        => Enumerable.Range(index, operations.Count - index).SelectMany(Statements).Where(s => !s.IsDrop && s.Kind != SchemaObjectKind.Index);

    private IReadOnlyList<SchemaStatement> Statements(int index)
        => operations[index] is SqlOperation sql ? draft.Traits.Statements(sql.Sql) : [];

    private ObjectName Follow(ObjectName table, RenameTableOperation rename)
        => draft.Name(rename.Schema, rename.Name) == table ? draft.Name(rename.NewSchema, rename.NewName ?? rename.Name) : table;

    private bool IsMarked(int index) => index >= 0 && operations[index] is SqlOperation sql && sql.FindAnnotation(OperationAnnotations.MadeAgain)?.Value is true;

    private static IReadOnlyCollection<ObjectName> Materialized(IEnumerable<SchemaStatement> statements)
        => [.. statements.Where(s => s.Kind == SchemaObjectKind.MaterializedView).Select(s => s.Name)];
}
