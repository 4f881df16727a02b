using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using DbMigrate.Revisions.Errors;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Sql.Postgres;

/// <summary>
/// Keys that operations drop and add again under another name and in nothing else, as the rename of a table brings it about.
/// The server renames them in an instant; adding them would build indexes and read all rows again.
/// </summary>
internal sealed class ConstraintRenames
{
    private readonly HashSet<int> _dropped;
    private readonly Dictionary<int, string> _added;

    private ConstraintRenames(HashSet<int> dropped, Dictionary<int, string> added) => (_dropped, _added) = (dropped, added);

    /// <summary>Finds them.</summary>
    /// <param name="operations">The operations of a revision.</param>
    /// <param name="state">The schema before.</param>
    /// <param name="traits">The provider's traits.</param>
    public static ConstraintRenames Of(IReadOnlyList<MigrationOperation> operations, SchemaState state, ProviderTraits traits)
    {
        var drops = operations.Select((o, i) => (Operation: o, Index: i)).Where(o => DroppedKey.Is(o.Operation)).Select(o => o.Index).ToHashSet();
        if (!operations.Any(o => o is AddPrimaryKeyOperation or AddUniqueConstraintOperation or AddForeignKeyOperation))
            drops.Clear();

        // What cannot stay until it gets its name is dropped, and that may be in the way of another.
        while (drops.Count > 0)
        {
            var trial = new KeptKeys(state, traits, drops);
            var isPossible = Try(trial, operations);
            HashSet<int> wrong = [.. trial.GivenUp, .. trial.Open.Select(k => k.Index)];
            if (isPossible && wrong.Count == 0)
                return new(drops, trial.Renamed.ToDictionary(r => r.Key, r => r.Value.Name));

            // Where nothing is to blame, the keys that were found are.
            drops = wrong.Count == 0 ? [] : [.. drops.Except(wrong)];
        }

        return new([], []);
    }

    private static bool Try(KeptKeys trial, IReadOnlyList<MigrationOperation> operations)
    {
        try
        {
            for (var i = 0; i < operations.Count; i++)
                trial.Take(operations[i], i);
            return true;
        }
        catch (DbMigrateException)
        {
            return false;
        }
    }

    /// <summary>Whether the operation at a place drops what a later one brings back, so that it stays.</summary>
    public bool IsKept(int index) => _dropped.Contains(index);

    /// <summary>The name of what the operation at a place would add, as it is there; null where it is not there.</summary>
    public string? NameBefore(int index) => _added.GetValueOrDefault(index);
}
