using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Requests;
using DbMigrate.Engine.Schema;
using DbMigrate.Protocol;

namespace DbMigrate.Engine.Filters;

/// <summary>
/// Takes out of two schemas what is not ours, before they are compared. What is left out on one side is left out on the
/// other too, so that a filter can never be the reason for a drop.
/// </summary>
internal sealed class SchemaFilter(FolderMessage folder, DatabaseMessage database, RequestScope scope)
{
    /// <summary>The side of what the EF Core model asks for.</summary>
    public const string Model = "Model";

    /// <summary>The side of what the revision scripts add up to.</summary>
    public const string Scripts = "Scripts";

    /// <summary>The side of what the database has.</summary>
    public const string Database = "Database";

    private readonly FilterRules _rules = new(folder, database);
    private readonly IncludeQuestions _hook = new(folder, database, scope);

    /// <summary>Both schemas without what is left out on either side.</summary>
    public (SchemaState Left, SchemaState Right) Apply(SchemaState left, string leftSide, SchemaState right, string rightSide)
    {
        var sides = new[] { (State: left, Side: leftSide), (State: right, Side: rightSide) };
        var outer = new Remainder(sides.SelectMany(s => LeftOut([.. SchemaObject.Outer(s.State)], s.Side)).ToHashSet());
        sides = [.. sides.Select(s => (outer.WithoutOuter(s.State), s.Side))];

        var inner = sides.SelectMany(s => LeftOut([.. SchemaObject.Inner(s.State)], s.Side)).ToHashSet();
        inner.UnionWith([.. sides.SelectMany(s => Remainder.Dependent(s.State, inner))]);
        var remainder = new Remainder(inner);
        return (remainder.WithoutInner(sides[0].State), remainder.WithoutInner(sides[1].State));
    }

    private IEnumerable<SchemaObject> LeftOut(IReadOnlyList<SchemaObject> objects, string side)
    {
        var byRule = objects.Where(_rules.LeavesOut).ToHashSet();
        return byRule.Concat(_hook.LeftOut([.. objects.Where(o => !byRule.Contains(o))], side));
    }
}
