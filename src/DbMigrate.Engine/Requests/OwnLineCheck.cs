using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Scripting;
using DbMigrate.Revisions.Errors;
using DbMigrate.Revisions.Graph;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Requests;

/// <summary>
/// Makes sure that a new revision can run where only its own parents and dependencies have. It leads on from what all
/// revisions of the folder add up to, so it may change what another branch brought.
/// </summary>
/// <param name="graph">The graph without it.</param>
/// <param name="codes">The code of all revisions, in the order of the graph.</param>
/// <param name="traits">The provider's.</param>
internal sealed class OwnLineCheck(RevisionGraph graph, IReadOnlyList<RevisionCode> codes, ProviderTraits traits)
{
    private SchemaState? _all;

    /// <exception cref="DbMigrateException"><c>DependencyRequired</c>, naming the revisions to depend on.</exception>
    public void Require(string id, IReadOnlyList<string> below, IReadOnlyList<MigrationOperation> up, IReadOnlyList<MigrationOperation> down)
    {
        var line = Line(below);
        if (line.Count == codes.Count || Problem(Replay(line), up, down) is not { } problem)
            return;

        var missing = Missing(line, up, down).Select(code => code.Script.Header).ToList();
        var names = string.Join(", ", missing.Select(m => m.Message.Length > 0 ? $"{m.Id} ({m.Message})" : m.Id));
        throw ErrorCatalogue.DependencyRequired.Error(
            $"Revision {id} changes what another branch brings, and cannot run without it: {problem} It needs {names}.",
            missing[0].Id,
            $"Pass -DependsOn {string.Join(", ", missing.Select(m => m.Id))}, or merge the branches with Merge-DbMigration first.");
    }

    // With each round one more revision is found without which it cannot work; the last round has found them all.
    private List<RevisionCode> Missing(HashSet<string> line, IReadOnlyList<MigrationOperation> up, IReadOnlyList<MigrationOperation> down)
    {
        var missing = new List<RevisionCode>();
        do
        {
            var last = FirstThatHelps(line, up, down);
            missing.Insert(0, last);
            line.UnionWith(graph.AncestorsAndSelf([last.Id]));
        }
        while (Problem(Replay(line), up, down) is not null);
        return missing;
    }

    private RevisionCode FirstThatHelps(HashSet<string> line, IReadOnlyList<MigrationOperation> up, IReadOnlyList<MigrationOperation> down)
    {
        var state = Replay(line);
        var others = codes.Where(code => !line.Contains(code.Id)).ToList();
        foreach (var code in others)
        {
            state = RecordedSchema.Replay(state, code, down: false, traits);
            if (Problem(state, up, down) is null)
                return code;
        }

        // With all of them it works: that is what it was made from.
        return others[^1];
    }

    private string? Problem(SchemaState before, IReadOnlyList<MigrationOperation> up, IReadOnlyList<MigrationOperation> down)
    {
        try
        {
            var after = new Replayer(traits).Apply(before, up);
            new Replayer(traits).Apply(after, down);
            return Dangling(before, after);
        }
        catch (DbMigrateException e) when (e.Kind == ErrorCatalogue.ReplayConflict)
        {
            return e.Message;
        }
    }

    private SchemaState All => _all ??= RecordedSchema.Replay(codes, traits);

    // A foreign key may name a table that no revision makes, but not one that another branch makes.
    private string? Dangling(SchemaState before, SchemaState after)
    {
        var found = after.Tables.Values.SelectMany(t => t.ForeignKeys.Select(k => (Table: t, Key: k)))
            .FirstOrDefault(f => !after.Tables.ContainsKey(f.Key.PrincipalTable) && All.Tables.ContainsKey(f.Key.PrincipalTable)
                && !(before.Tables.TryGetValue(f.Table.Name, out var had) && had.ForeignKeys.Contains(f.Key)));
        return found.Key is null ? null : $"Foreign key {found.Key.Name} of {found.Table.Name}: there is no table {found.Key.PrincipalTable}.";
    }

    private SchemaState Replay(HashSet<string> ids) => RecordedSchema.Replay(codes.Where(code => ids.Contains(code.Id)), traits);

    private HashSet<string> Line(IReadOnlyList<string> below)
        => graph.AncestorsAndSelf(below.SelectMany(r => RevisionResolver.Resolve(graph, r))).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
