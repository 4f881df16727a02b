using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Requests;
using DbMigrate.Engine.Scripting;
using DbMigrate.Engine.Scripting.Templates;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Graph;

namespace DbMigrate.Engine.Merge;

/// <summary>Writes the revision that joins others, where they can be joined.</summary>
internal sealed class MergeHandler(TargetOpener targets, CompiledScripts scripts) : RequestHandler<MergeRequest, MergeResult>(ProtocolJson.Default.MergeRequest, ProtocolJson.Default.MergeResult)
{
    protected override MergeResult Handle(MergeRequest request, RequestScope scope)
    {
        var folder = RevisionFolder.Read(request.Folder);
        var before = folder.ScriptsUpTo(request.Parents);
        using var databases = OpenDatabases.Open(targets, request, scope);
        return Merge(request, folder.Graph, [.. databases.All.Select(d => new Recorded(d, scripts.Load(before, d.MethodSuffix, scope)))], scope);
    }

    private MergeResult Merge(MergeRequest request, RevisionGraph graph, List<Recorded> databases, RequestScope scope)
    {
        ConflictInfo[] conflicts = [.. databases.SelectMany(d => d.Target.Named(() => Conflicts(request, graph, d, scope)).Select(c => Info(c, d.Target.Name)))];
        if (conflicts.Length > 0)
            return new MergeResult { Conflicts = conflicts };

        var joined = databases.ConvertAll(d => d.Joined);
        var template = ScriptTemplate.Of(request.Folder.Root);
        var text = new ScriptWriter(template).Write(NewHeader.Of(request, joined), [.. joined.Select(d => d.Methods)]);
        if (!request.Preview)
        {
            ScriptFile.Write(request.Path, text);
            new ScriptVerifier(scripts, template).Verify(request.Path, joined, scope);
        }

        return new MergeResult { Script = text };
    }

    // Two at a time, so that a conflict names the two that it is between.
    private static IReadOnlyList<MergeConflict> Conflicts(MergeRequest request, RevisionGraph graph, Recorded database, RequestScope scope)
    {
        var (target, codes) = database;
        var byId = codes.ToDictionary(c => c.Id, StringComparer.OrdinalIgnoreCase);
        var check = new MergeCheck(target.Provider, target.OpenScratch, scope.Verbose, scope.Cancellation);
        IReadOnlyList<MergeConflict> Find(IReadOnlyList<string> heads) => check.Find(Fork.Of(graph, heads, r => Step(byId[r.Id], target)));

        var parents = request.Parents;
        List<MergeConflict> found = [];
        for (var i = 0; i < parents.Length; i++)
        {
            for (var j = i + 1; j < parents.Length; j++)
                found.AddRange(Find([parents[i], parents[j]]));
        }

        if (found.Count == 0 && parents.Length > 2)
            found.AddRange(Find(parents));
        if (found.Count == 0 && check.Untried.Warning is { } warning)
            scope.Warning((target.Name.Length > 0 ? $"Database '{target.Name}': " : "") + warning);
        return found;
    }

    private static MergeStep Step(RevisionCode code, TargetDatabase target)
        => new(code.Id, code.Script.Header.Message, code.Script.Path, () => code.Operations(down: false, target.Traits.ProviderName));

    private static ConflictInfo Info(MergeConflict conflict, string database) => new()
    {
        Database = database,
        Kind = conflict.Kind.ToString(),
        Object = conflict.Object,
        Text = conflict.Text,
        Changes =
        [
            .. conflict.Changes.Select(c => new ConflictChange { Revision = c.Step.Id, Message = c.Step.Message, Path = c.Step.Path, Text = c.Text }),
        ],
    };

    private sealed record Recorded(TargetDatabase Target, IReadOnlyList<RevisionCode> Codes)
    {
        /// <summary>What the merge does to the database: nothing.</summary>
        public DatabaseChange Joined
        {
            get
            {
                var state = RecordedSchema.Replay(Codes, Target.Traits);
                return new(Target, state, state, [], [], []);
            }
        }
    }
}
