using DbMigrate.Engine.Apply;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Requests;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Scripting;
using DbMigrate.Engine.Upgrades;
using DbMigrate.Protocol;

namespace DbMigrate.Engine.Comparison;

/// <summary>Says what differs between model, revisions and database, and what would mend it.</summary>
internal sealed class CompareHandler(TargetOpener targets, CompiledScripts scripts) : RequestHandler<CompareRequest, CompareResult>(ProtocolJson.Default.CompareRequest, ProtocolJson.Default.CompareResult)
{
    protected override CompareResult Handle(CompareRequest request, RequestScope scope)
    {
        using var target = targets.Open(request.Database, request.Folder, scope);
        var folder = RevisionFolder.Read(request.Folder);
        var schemas = new ComparedSchemas(target, folder, scripts, scope);
        var reference = Side(request.Reference);
        var difference = Side(request.Difference);
        scope.Verbose($"The reference is {reference}.");
        scope.Verbose($"What is compared with it is {difference}.");

        var (expected, actual) = schemas.Read(reference, difference);
        if (reference.IsDatabase || difference.IsDatabase)
            new UnsaidObjects(target, scope).Warn(scripts.Load(folder.Scripts, target.MethodSuffix, scope), new WaitLimit(StatusHandler.ReadWait, scope.Cancellation));
        var found = SchemaComparer.Compare(expected, actual, seeds: !reference.IsDatabase && !difference.IsDatabase);
        return new CompareResult { Differences = new Mending(target, Upgrade(), scope).Describe(found, expected, found.Count > 0 && difference.IsDatabase ? Ours(actual, expected) : actual) };

        ComparedSide Side(string text) => ComparedSide.Parse(text, folder.Graph, () => schemas.Applied);

        UpgradeNotes Upgrade()
        {
            var isModelFirst = reference.IsModel && !difference.IsDatabase;
            if (!isModelFirst && !(difference.IsModel && !reference.IsDatabase))
                return UpgradeNotes.None;
            var (recorded, desired) = isModelFirst ? (actual, expected) : (expected, actual);
            return UpgradeNotes.Find(Upgrades.Upgrade.Find(folder.Graph, target.Versions), target.Traits, recorded, desired, DiffDecisions.None);
        }

        SchemaState Ours(SchemaState state, SchemaState wanted) => new MadeObjects(scripts.Load(folder.Scripts, target.MethodSuffix, scope), wanted, target.Traits).Ours(state);
    }
}
