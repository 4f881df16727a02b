using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DbMigrate.Engine.Apply;
using DbMigrate.Engine.Comparison;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Scripting;
using DbMigrate.Engine.Upgrades;
using DbMigrate.Protocol;

namespace DbMigrate.Engine.Requests;

/// <summary>Says whether model, scripts and database agree.</summary>
internal sealed class CheckHandler(TargetOpener targets, CompiledScripts scripts) : RequestHandler<CheckRequest, CheckResult>(ProtocolJson.Default.CheckRequest, ProtocolJson.Default.CheckResult)
{
    protected override CheckResult Handle(CheckRequest request, RequestScope scope)
    {
        using var target = targets.Open(request.Database, request.Folder, scope);
        var folder = RevisionFolder.Read(request.Folder);
        var reasons = new List<string>();
        var differences = new List<DifferenceInfo>();
        if (request.Model)
            CheckModel(folder, target, scope, reasons, differences);
        if (request.Applied)
            CheckApplied(folder, target.ReadHistory(new WaitLimit(StatusHandler.ReadWait, scope.Cancellation)), reasons);
        if (request.Drift)
            CheckDrift(folder, target, scope, reasons, differences);
        return new CheckResult
        {
            IsOk = reasons.Count == 0,
            Reasons = [.. reasons],
            Differences = [.. differences],
        };
    }

    private void CheckModel(RevisionFolder folder, TargetDatabase target, RequestScope scope, List<string> reasons, List<DifferenceInfo> differences)
    {
        var (desired, recorded) = ModelAndScripts.Read(target, scripts, folder.ScriptsUpTo(folder.Graph.Heads), scope);
        desired = new ModelGaps(target.Traits).Fill(recorded, desired, DiffDecisions.None);
        var found = SchemaComparer.Compare(desired, recorded, seeds: true);
        if (found.Count > 0)
            reasons.Add($"The model and the scripts differ in {Count(found.Count)}: New-DbMigration would write a revision.");
        var upgrade = UpgradeNotes.Find(Upgrade.Find(folder.Graph, target.Versions), target.Traits, recorded, desired, DiffDecisions.None);
        differences.AddRange(new Mending(target, upgrade, scope).Describe(found, desired, recorded));
    }

    private static void CheckApplied(RevisionFolder folder, IReadOnlyList<HistoryRow> history, List<string> reasons)
    {
        AddIfAny("Not applied", folder.Pending(history).Select(r => r.Id));
        AddIfAny("Changed after they were applied", folder.Changed(history));
        AddIfAny("Applied, but without a script", folder.Unknown(history));

        void AddIfAny(string what, IEnumerable<string> ids)
        {
            if (string.Join(", ", ids) is { Length: > 0 } list)
                reasons.Add($"{what}: {list}.");
        }
    }

    private void CheckDrift(RevisionFolder folder, TargetDatabase target, RequestScope scope, List<string> reasons, List<DifferenceInfo> differences)
    {
        var (recorded, actual) = new ComparedSchemas(target, folder, scripts, scope).ReadDrift();
        var found = SchemaComparer.Compare(recorded, actual, seeds: false);
        if (found.Count == 0)
            return;
        reasons.Add($"The database differs from its applied revisions in {Count(found.Count)}.");
        var made = new MadeObjects(scripts.Load(folder.Scripts, target.MethodSuffix, scope), recorded, target.Traits);
        differences.AddRange(new Mending(target, UpgradeNotes.None, scope).Describe(found, recorded, made.Ours(actual)));
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture) + (count == 1 ? " thing" : " things");
}
