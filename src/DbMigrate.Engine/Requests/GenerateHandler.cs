using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Comparison;
using DbMigrate.Engine.Hooks;
using DbMigrate.Engine.Scripting;
using DbMigrate.Engine.Scripting.Templates;
using DbMigrate.Protocol;

namespace DbMigrate.Engine.Requests;

/// <summary>Writes a revision: what leads from what the scripts add up to, to what the models of its databases ask for.</summary>
internal sealed class GenerateHandler(TargetOpener targets, CompiledScripts scripts) : RequestHandler<GenerateRequest, GenerateResult>(ProtocolJson.Default.GenerateRequest, ProtocolJson.Default.GenerateResult)
{
    protected override GenerateResult Handle(GenerateRequest request, RequestScope scope)
    {
        var folder = RevisionFolder.Read(request.Folder);
        if (!request.Empty)
            WarmUp(folder, request, scope);
        using var databases = OpenDatabases.Open(targets, request, scope);
        return Generate(request, folder, databases.All, scope);
    }

    // A first revision will be written and so compiled. After it, most often nothing changed: then the model needs the processors.
    private static void WarmUp(RevisionFolder folder, GenerateRequest request, RequestScope scope)
    {
        if (folder.Graph.Ordered.Count > 0)
            scope.WarmUp(folder.Newest);
        else if (!request.Preview)
            scope.WarmUpForNew();
    }

    private GenerateResult Generate(GenerateRequest request, RevisionFolder folder, IReadOnlyList<TargetDatabase> databases, RequestScope scope)
    {
        List<DatabaseChange> changes = request.Empty ? [.. databases.Select(DatabaseChange.None)] : Changes(request, folder, databases, scope);
        if (!request.Empty && changes.All(c => c.Up.Count == 0 && c.Down.Count == 0))
            return new GenerateResult { IsEmptiedByHook = changes.Any(c => c.IsFromHook) };

        if (!request.Empty && !request.Preview && folder.Graph.Ordered.Count > 0)
            scope.WarmUpForNew();
        RequireOwnLine(request, folder, changes, scope);
        foreach (var (change, loss) in changes.SelectMany(c => c.Losses.Concat(c.Warnings).Concat(c.Stranded.Select(s => s.Text)).Select(l => (c, l))))
            scope.Warning($"Revision {request.RevisionId} {loss}{(change.Target.Name.Length > 0 ? $" (database '{change.Target.Name}')" : "")}.");
        foreach (var note in changes.SelectMany(c => c.Upgrade.Texts))
            scope.Warning($"Not from the model: {note}");
        var template = ScriptTemplate.Of(request.Folder.Root);
        var text = new ScriptWriter(template).Write(NewHeader.Of(request, changes) with { DependsOn = request.DependsOn }, [.. changes.Select(c => c.Methods)]);
        if (!request.Preview)
        {
            ScriptFile.Write(request.Path, text);
            if (!request.Empty || template.IsOwn)
                new ScriptVerifier(scripts, template).Verify(request.Path, changes, scope);
        }
        return new GenerateResult
        {
            HasChanges = true,
            Script = text,
            Operations = [.. changes.SelectMany(c => OperationDescriber.Describe(c.Up, c.Target.Name, c.Upgrade))],
        };
    }

    private List<DatabaseChange> Changes(GenerateRequest request, RevisionFolder folder, IReadOnlyList<TargetDatabase> databases, RequestScope scope)
    {
        if (request.Baseline)
            return [.. databases.Select(d => d.Named(() => new Baseline(request, folder, scripts, scope).Of(d)))];
        List<DatabaseModel> models = [.. databases.Select(d => Read(d, folder, scope))];
        // What is not decided in any database comes before warnings and hooks: the command comes again with the decision.
        var found = models.ConvertAll(m => (Decisions: DatabaseDecisions.For(m, models, request), Model: m))
            .ConvertAll(d => (d.Decisions, d.Model.Target, Change: DatabaseChange.Find(d.Model, d.Decisions, folder.Graph)));
        if (request.Folder.MethodSuffixes.Length > 0)
            UnclaimedMethods.Warn(scripts.Load(folder.Scripts, "", scope), request.Folder.MethodSuffixes, scope);
        var hook = new GeneratedHook(request, scope);
        return found.ConvertAll(f => hook.Apply(request.FromDatabase ? f.Target.Named(() => new LiveChange(folder, scripts, scope).Of(f.Change)) : f.Change, f.Decisions).WithStranded());
    }

    private void RequireOwnLine(GenerateRequest request, RevisionFolder folder, IEnumerable<DatabaseChange> changes, RequestScope scope)
    {
        foreach (var change in changes.Where(c => c.Up.Count > 0))
        {
            var codes = scripts.Load(folder.Scripts, change.Target.MethodSuffix, scope);
            change.Target.Named(() =>
            {
                new OwnLineCheck(folder.Graph, codes, change.Target.Traits).Require(request.RevisionId, [.. request.Parents, .. request.DependsOn], change.Up, change.Down);
                return change;
            });
        }
    }

    // All revisions count, not only those below the new one: what another branch brings is not made a second time.
    private DatabaseModel Read(TargetDatabase database, RevisionFolder folder, RequestScope scope)
    {
        var (desired, recorded) = database.Named(() => ModelAndScripts.Read(database, scripts, folder.Scripts, scope));
        return new DatabaseModel(database, recorded, desired);
    }
}
