using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Revisions.Errors;
using DbMigrate.Revisions.Scripts;

namespace DbMigrate.Revisions.Graph;

/// <summary>Makes a graph from scripts, or says what is wrong with them.</summary>
internal sealed class GraphBuilder
{
    private readonly IReadOnlyList<RevisionScript> _scripts;
    private readonly Dictionary<string, int> _nodes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _labels = new(StringComparer.OrdinalIgnoreCase);

    private GraphBuilder(IReadOnlyList<RevisionScript> scripts) => _scripts = scripts;

    public static RevisionGraph Build(IReadOnlyList<RevisionScript> scripts) => new GraphBuilder(scripts).Build();

    private RevisionGraph Build()
    {
        IndexIds();
        IndexLabels();

        var unordered = new RevisionEdges(
            [.. _scripts.Select(s => Edges(s, s.Header.Parents, "parent", Id))],
            [.. _scripts.Select(s => Edges(s, s.Header.DependsOn, "dependency", IdOrLabel))]);
        var order = TopologicalOrder.Of(unordered, node => _scripts[node].Header.Id);

        var edges = unordered.Reordered(order);
        var scripts = order.Select(node => _scripts[node]).ToArray();
        var labels = BranchLabels.Cover(edges, [.. scripts.Select(s => s.Header.Labels)]);
        return new RevisionGraph(
            [.. scripts.Select((script, place) => Revision(script, place, edges, scripts, labels))],
            _labels.ToDictionary(l => l.Key, l => _scripts[l.Value].Header.Id, StringComparer.OrdinalIgnoreCase),
            edges);
    }

    private static Revision Revision(RevisionScript script, int place, RevisionEdges edges, RevisionScript[] scripts, IReadOnlyList<string>[] labels)
        => new()
        {
            Script = script,
            Parents = Ids(edges.Parents(place), scripts),
            DependsOn = Ids(edges.Dependencies(place), scripts),
            Children = Ids(edges.Children(place), scripts),
            Labels = labels[place],
        };

    private static string[] Ids(IReadOnlyList<int> places, RevisionScript[] scripts) => [.. places.Select(p => scripts[p].Header.Id)];

    private void IndexIds()
    {
        for (var node = 0; node < _scripts.Count; node++)
        {
            var id = _scripts[node].Header.Id;
            if (_nodes.TryGetValue(id, out var other))
                throw ScriptFolder.Duplicate(_scripts[other], _scripts[node]);
            _nodes.Add(id, node);
        }
    }

    private void IndexLabels()
    {
        for (var node = 0; node < _scripts.Count; node++)
        {
            var header = _scripts[node].Header;
            foreach (var label in header.Labels)
            {
                if (_labels.TryGetValue(label, out var other))
                    throw ErrorCatalogue.LabelInvalid.Error($"Branch name '{label}' in revision {header.Id} already used by revision {_scripts[other].Header.Id}.", label);
                if (_nodes.ContainsKey(label))
                    throw ErrorCatalogue.LabelInvalid.Error($"Branch name '{label}' in revision {header.Id} is also the id of a revision.", label);
                _labels.Add(label, node);
            }
        }
    }

    private int? Id(string id) => _nodes.TryGetValue(id, out var node) ? node : null;

    private int? IdOrLabel(string name) => Id(name) ?? (_labels.TryGetValue(name, out var node) ? node : null);

    private static int[] Edges(RevisionScript script, IReadOnlyList<string> names, string what, Func<string, int?> find)
        => [.. names.Select(name => find(name) ?? throw ErrorCatalogue.RevisionParentMissing.Error(
            $"Revision {name} referenced from {script.Header.Id} as a {what} is not present (script '{script.Path}').", name))];
}
