using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Apply;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Filters;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Requests;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Scripting;
using DbMigrate.Revisions.Errors;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Comparison;

/// <summary>
/// Makes a change lead from what the live database has to what the model asks for, and still from what the revisions add
/// up to: what only this database needs, or only the others, is marked as done where it is needed.
/// </summary>
internal sealed class LiveChange(RevisionFolder folder, CompiledScripts scripts, RequestScope scope)
{
    private readonly WaitLimit _wait = new(StatusHandler.ReadWait, scope.Cancellation);

    /// <summary>The change for this database and for all others.</summary>
    /// <param name="change">What leads from the scripts to the model.</param>
    /// <exception cref="DbMigrateException"><c>NotAtHeads</c>.</exception>
    public DatabaseChange Of(DatabaseChange change)
    {
        var target = change.Target;
        RequireAtHeads(target);
        var aligned = target.ReadAligned(change.After, _wait);
        foreach (var unknown in aligned.Unknown)
            scope.Warning(unknown);
        new UnsaidObjects(target, scope).Warn(scripts.Load(folder.Scripts, target.MethodSuffix, scope), _wait);
        var (wanted, actual) = target.Filter.Apply(aligned.Expected, SchemaFilter.Model, aligned.Actual, SchemaFilter.Database);
        actual = new MadeObjects(scripts.Load(folder.Scripts, target.MethodSuffix, scope), change.After, target.Traits).Ours(actual);

        Mark(NotFitting(actual, change.Up, target).ToList());
        var reached = new Replayer(target.Traits).Apply(actual, change.Up);

        // What is new is in the model's words, and what is mended must be what the model asks for, word by word.
        reached = ModelWords.Of(change.After, new AlignedSchemas(wanted, reached, []));
        wanted = ModelWords.Of(change.After, new AlignedSchemas(aligned.Expected, wanted, []));
        var mend = new SchemaDiffer(target.Traits).Diff(WithoutRows(reached), WithoutRows(wanted), new DiffDecisions { IsReverse = true });
        Mark(mend.Operations);
        return change with { Up = [.. change.Up, .. mend.Operations], Losses = [.. change.Losses.Concat(mend.Losses).Distinct()] };
    }

    private void RequireAtHeads(TargetDatabase target)
    {
        if (folder.Pending(target.ReadHistory(_wait)) is [_, ..] pending)
            throw ErrorCatalogue.NotAtHeads.Error(
                $"Target database is not up to date. Not applied: {string.Join(", ", pending.Select(r => r.Id))}.",
                target.Access.Facts.DataSource,
                "Run Update-Database first, or leave out -FromDatabase: no database is needed to compare the model with the scripts.");
    }

    // What this database has already is there because of somebody's hand; the others need it.
    private static IEnumerable<MigrationOperation> NotFitting(SchemaState actual, IReadOnlyList<MigrationOperation> operations, TargetDatabase target)
    {
        var needed = new NeededOperations(target.Traits);
        foreach (var operation in operations)
        {
            if (needed.Changes(actual, operation) || !IsSchema(operation, target))
                actual = new Replayer(target.Traits).Apply(actual, [operation]);
            else
                yield return operation;
        }
    }

    // Whether rows, and SQL of any other sort, are as they should be cannot be seen in a schema.
    private static bool IsSchema(MigrationOperation operation, TargetDatabase target) => operation switch
    {
        InsertDataOperation or UpdateDataOperation or DeleteDataOperation => false,
        SqlOperation sql => target.Traits.Statements(sql.Sql).Count > 0,
        _ => true,
    };

    private static void Mark(IEnumerable<MigrationOperation> operations)
    {
        foreach (var operation in operations)
            operation.AddAnnotation(OperationAnnotations.IfNeeded, true);
    }

    // A database does not tell the model's rows from others.
    private static SchemaState WithoutRows(SchemaState state)
        => state with { Tables = state.Tables.SetItems(state.Tables.Values.Where(t => t.Seeds.Count > 0).Select(t => KeyValuePair.Create(t.Name, t with { Seeds = [] }))) };
}
