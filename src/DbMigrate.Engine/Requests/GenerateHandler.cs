using System;
using System.Globalization;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Scripting;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Graph;
using DbMigrate.Revisions.Scripts;

namespace DbMigrate.Engine.Requests;

/// <summary>Writes a revision: what leads from what the scripts add up to, to what the model asks for.</summary>
internal sealed class GenerateHandler(TargetOpener targets, CompiledScripts scripts) : RequestHandler<GenerateRequest, GenerateResult>(ProtocolJson.Default.GenerateRequest, ProtocolJson.Default.GenerateResult)
{
    protected override GenerateResult Handle(GenerateRequest request, RequestScope scope)
    {
        var folder = RevisionFolder.Read(request.Folder);
        if (!request.Empty)
            WarmUp(folder, request, scope);
        using var target = targets.Open(request.Database, request.Folder, scope);
        if (request.Empty)
        {
            var empty = new ScriptWriter(target.Traits).Write(Header(request, target), [], []);
            if (!request.Preview)
                ScriptFile.Write(request.Path, empty);
            return new GenerateResult { HasChanges = true, Script = empty };
        }

        // All revisions count, not only those below it: what another branch brings is not made a second time.
        var (desired, recorded) = ModelAndScripts.Read(target, scripts, folder.Scripts, scope);
        return Generate(request, folder, target, recorded, desired, scope);
    }

    // A first revision will be written and so compiled. After it, most often nothing changed: then the model needs the processors.
    private static void WarmUp(RevisionFolder folder, GenerateRequest request, RequestScope scope)
    {
        if (folder.Graph.Ordered.Count > 0)
            scope.WarmUp(folder.Newest);
        else if (!request.Preview)
            scope.WarmUpForNew();
    }

    private GenerateResult Generate(GenerateRequest request, RevisionFolder folder, TargetDatabase target, SchemaState recorded, SchemaState desired, RequestScope scope)
    {
        var differ = new SchemaDiffer(target.Traits);
        var decisions = Decisions(request);
        desired = new ModelGaps(target.Traits).Fill(recorded, desired, decisions);
        var up = differ.Diff(recorded, desired, decisions);
        if (up.Operations.Count == 0)
            return new GenerateResult();

        if (!request.Preview)
            scope.WarmUpForNew();
        var down = differ.Diff(desired, recorded, up.Reverse);
        new OwnLineCheck(folder.Graph, scripts.Load(folder.Scripts, scope), target.Traits).Require(request.RevisionId, [.. request.Parents, .. request.DependsOn], up.Operations, down.Operations);
        foreach (var loss in up.Losses)
            scope.Warning($"Revision {request.RevisionId} {loss}.");
        var text = new ScriptWriter(target.Traits).Write(Header(request, target) with { Destructive = up.Losses }, up.Operations, down.Operations);
        if (!request.Preview)
        {
            ScriptFile.Write(request.Path, text);
            new ScriptVerifier(scripts, target.Traits).Verify(request.Path, recorded, desired, scope);
        }
        return new GenerateResult { HasChanges = true, Script = text, Operations = OperationDescriber.Describe(up.Operations) };
    }

    private static DiffDecisions Decisions(GenerateRequest request) => new()
    {
        Renames = [.. request.Renames.Select(r => new RenameDecision(r.From, r.To))],
        Fills = [.. request.Fills.Select(f => new FillDecision(f.Column, f.Value, f.Sql))],
    };

    private static RevisionHeader Header(GenerateRequest request, TargetDatabase target) => new()
    {
        Id = request.RevisionId,
        Parents = request.Parents,
        Labels = request.Labels,
        DependsOn = request.DependsOn,
        Message = request.Message,
        Created = DateTimeOffset.Parse(request.Created, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        EfCore = target.Versions.EfCore,
        Provider = target.Versions.Provider,
    };
}
