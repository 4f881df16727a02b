using System.Linq;
using DbMigrate.Engine.Apply;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Filters;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Scripting;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Requests;

/// <summary>A first revision with all that a database has already.</summary>
internal sealed class Baseline(GenerateRequest request, RevisionFolder folder, CompiledScripts scripts, RequestScope scope)
{
    /// <summary>The way from nothing to what the database has, but for what is not ours.</summary>
    /// <exception cref="DbMigrateException"><c>BaselineInvalid</c>, <c>DatabaseUnavailable</c>, <c>NotSupportedByProvider</c>.</exception>
    public DatabaseChange Of(TargetDatabase target)
    {
        RequireFirst(target);
        if (!target.Access.Exists)
            throw ErrorCatalogue.DatabaseUnavailable.Error($"There is no database {target.Access.Facts.DataSource}, from which a first revision could be made.", target.Access.Facts.DataSource);

        var others = RecordedSchema.Replay(scripts.Load(folder.Scripts, target.MethodSuffix, scope), target.Traits);
        var wait = new WaitLimit(StatusHandler.ReadWait, scope.Cancellation);
        var model = target.HasModel ? target.ReadDesired() : SchemaState.Empty;
        var aligned = target.ReadAligned(model, wait);
        var (actual, _) = target.Filter.Apply(Without(others, ModelWords.Of(model, aligned)), SchemaFilter.Database, SchemaState.Empty, SchemaFilter.Scripts);
        actual = new SeededRows(target, wait).AddTo(actual, model);
        var differ = new SchemaDiffer(target.Traits);
        var found = differ.Diff(SchemaState.Empty, actual, DiffDecisions.None);
        var (up, down) = new UnsaidObjects(target, scope).AddTo(found.Operations, differ.Diff(actual, SchemaState.Empty, found.Reverse).Operations, wait);
        return new DatabaseChange(target, SchemaState.Empty, actual, up, down, found.Losses);
    }

    // In a folder of several databases, one of them may come later than the first revisions, which do nothing to it.
    private void RequireFirst(TargetDatabase target)
    {
        var line = folder.ScriptsUpTo(request.Parents);
        var codes = target.Name.Length == 0 ? line : [.. scripts.Load(line, target.MethodSuffix, scope).Where(c => c.Operations(down: false, target.Traits.ProviderName).Count > 0).Select(c => c.Script)];
        if (codes.Count > 0)
            throw ErrorCatalogue.BaselineInvalid.Error(
                $"A baseline is a first revision, and there is {codes[0].Header.Id}{(codes[0].Header.Message.Length > 0 ? $" '{codes[0].Header.Message}'" : "")} already.", codes[0].Header.Id);
    }

    // What the revisions of other lines bring is not made a second time.
    private static SchemaState Without(SchemaState others, SchemaState actual) => actual with
    {
        Schemas = actual.Schemas.Except(others.Schemas),
        Tables = actual.Tables.RemoveRange(others.Tables.Keys),
        Sequences = actual.Sequences.RemoveRange(others.Sequences.Keys),
        Views = actual.Views.RemoveRange(others.Views.Keys),
        Triggers = actual.Triggers.RemoveRange(others.Triggers.Keys),
    };
}
