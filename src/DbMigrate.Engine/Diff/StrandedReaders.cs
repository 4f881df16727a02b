using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Diff;

/// <summary>
/// An operation that drops what a view or trigger reads. Models say nothing of these, so that nobody but a person can know
/// what shall become of them.
/// </summary>
/// <param name="Operation">The operation.</param>
/// <param name="Text">What it does, who is concerned, and the next step.</param>
internal sealed record StrandedReaders(MigrationOperation Operation, string Text)
{
    /// <summary>All such operations of a revision.</summary>
    /// <param name="traits">The provider's traits.</param>
    /// <param name="before">What the scripts add up to before it.</param>
    /// <param name="operations">What it does.</param>
    public static IReadOnlyList<StrandedReaders> Find(ProviderTraits traits, SchemaState before, IReadOnlyList<MigrationOperation> operations)
    {
        if (before.Views.Count + before.MaterializedViews.Count + before.Triggers.Count == 0)
            return [];
        var found = new List<StrandedReaders>();
        var replayer = new Replayer(traits);
        var (state, done) = (before, 0);
        foreach (var (operation, i) in operations.Select((o, i) => (o, i)).Where(o => o.o is DropColumnOperation or DropTableOperation))
        {
            // What the revision itself drops or renames before is not concerned any more, or has another name.
            state = replayer.Apply(state, operations.Take(i).Skip(done));
            done = i;
            if (Find(traits, state, operation) is var (what, readers) && readers.Count > 0)
                found.Add(new(operation, Say(what, readers)));
        }

        return found;
    }

    private static (string What, IReadOnlyList<string> Readers) Find(ProviderTraits traits, SchemaState state, MigrationOperation operation)
    {
        var readers = new Readers(traits, state);
        if (operation is not DropColumnOperation column)
        {
            var dropped = (DropTableOperation)operation;
            var name = traits.NameOf(dropped.Schema, dropped.Name);
            return ($"table {name}", readers.OfTable(name));
        }

        var table = traits.NameOf(column.Schema, column.Table);
        var isThere = state.Tables.GetValueOrDefault(table)?.FindColumn(column.Name) is not null;
        return ($"column {table}.{column.Name}", isThere ? readers.OfColumn(table, column.Name) : []);
    }

    private static string Say(string what, IReadOnlyList<string> readers)
    {
        var (names, reads, they, them) = readers is [var only]
            ? (only, "reads", "it", "it")
            : (string.Join(", ", readers.SkipLast(1)) + " and " + readers[^1], "read", "they", "them");
        return $"drops {what}, which {names} {reads}: the database refuses that, or {they} {(readers.Count == 1 ? "is" : "are")} broken from then on; "
            + $"in the script, drop or change {them} before that, and do the reverse in Down";
    }
}
