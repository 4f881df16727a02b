using System.Linq;
using DbMigrate.Engine.Diff.Inheritance;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff;

/// <summary>Finds the operations that lead from one schema to another.</summary>
public sealed class SchemaDiffer(ProviderTraits traits)
{
    /// <summary>The operations, in an order that applies to a filled database: drops with old names, renames, then everything under new names.</summary>
    /// <param name="from">The schema before.</param>
    /// <param name="to">The schema after.</param>
    /// <param name="decisions">Renames and fills.</param>
    /// <exception cref="Revisions.Errors.DbMigrateException"><c>FillRequired</c>, <c>FillInvalid</c>, <c>RenameUndecided</c>, <c>RenameInvalid</c>, <c>NotSupportedByProvider</c>.</exception>
    public DiffResult Diff(SchemaState from, SchemaState to, DiffDecisions decisions)
    {
        var renames = RenameResolver.Resolve(from, to, decisions, traits.DefaultSchema);
        var match = renames.Match(from, to);
        var result = new CopyingDiffer(traits).Diff(match, renames, decisions) ?? Direct(match, renames, decisions);

        // What leads back, or mends a database, uses names that are there, and was looked at on the way forth.
        if (decisions.IsReverse)
            return result;
        LongNames.Refuse(traits, result.Operations);
        return result with { Warnings = [.. result.Warnings, .. TableTwins.Warnings(match, renames, result.Operations)] };
    }

    /// <summary>The operations without copies of rows between tables.</summary>
    internal DiffResult Direct(SchemaState from, SchemaState to, DiffDecisions decisions)
    {
        var renames = RenameResolver.Resolve(from, to, decisions, traits.DefaultSchema);
        return Direct(renames.Match(from, to), renames, decisions);
    }

    /// <summary>The same of what is matched already.</summary>
    internal DiffResult Direct(SchemaMatch match, RenamePlan renames, DiffDecisions decisions)
    {
        if (!decisions.IsReverse)
            RenameQuestions.ThrowIfAny(match, renames);

        var types = new ColumnTypes(traits);
        var run = new DiffRun(match, traits, types, new FillResolver(match, renames, decisions, types, traits.DefaultSchema)) { Copied = decisions.Copied };
        new SequenceDiff(run).Compare();
        new DatabaseDiff(run).Compare();
        CompareTables(run);
        new RoutineDiff(run).Compare();
        run.Fills.ThrowIfIncomplete();
        new TableDiff(run).ChangeTypes();
        return new(run.Operations.All, run.Losses) { Reverse = renames.Reverse(match.To), Obstacles = decisions.IsReverse ? [.. FillObstacles.Find(run)] : [] };
    }

    private static void CompareTables(DiffRun run)
    {
        var match = run.Match;
        var (tables, columns) = (new TableDiff(run), new ColumnDiff(run));
        var indexNames = match.From.Tables.Values.SelectMany(t => t.Indexes).Select(i => i.Name).ToHashSet();
        var trades = new SeedTrades(match);
        var keys = match.KeptPrincipalsFirst.ToDictionary(p => p.Old.Name, p => new KeyDiff(p, trades));
        var parts = match.KeptPrincipalsFirst.ToDictionary(
            p => p.Old.Name,
            p => (Keys: keys[p.Old.Name], Indexes: new IndexDiff(p, indexNames, trades), Checks: new CheckDiff(p), ForeignKeys: new ForeignKeyDiff(p, match, keys, trades)));

        var seeds = new SeedDiff(run, name => parts[name].ForeignKeys, t => tables.Inline(t, keys));
        tables.Rename();
        tables.EndLogging();
        foreach (var pair in match.KeptPrincipalsFirst)
        {
            columns.Rename(pair);
            parts[pair.Old.Name].Indexes.Rename(run.Operations);
            tables.Change(pair);
            columns.Change(pair);
            keys[pair.Old.Name].Add(run.Operations, run.Traits, seeds.Compare(pair));
        }

        foreach (var name in match.FromOrder.Sorted.Reverse())
        {
            if (match.ByOld(name) is not { } pair)
            {
                ForeignKeyDiff.Cut(match.From.Tables[name], match, run.Fills.Sources, run.Operations);
                tables.Drop(match.From.Tables[name]);
                continue;
            }

            parts[name].ForeignKeys.Drop(run.Operations);
            parts[name].Indexes.Drop(run.Operations);
            parts[name].Checks.Drop(run.Operations);
            parts[name].Keys.Drop(run.Operations);
            run.Losses.AddRange(parts[name].Keys.Losses);
            seeds.Delete(pair);
            columns.Drop(pair);
        }

        foreach (var name in match.ToOrder.Sorted)
        {
            if (match.ByNew(name) is not { } pair)
            {
                seeds.Change(match.To.Tables[name]);
                tables.Create(match.To.Tables[name], keys);
                continue;
            }

            seeds.Rekey(pair);
            keys[pair.Old.Name].AddLate(run.Operations);
            seeds.Change(pair.New);
            parts[pair.Old.Name].Indexes.Create(run.Operations);
            parts[pair.Old.Name].ForeignKeys.Add(run.Operations);
            parts[pair.Old.Name].Checks.Add(run.Operations);
        }

        seeds.Finish();
    }
}
