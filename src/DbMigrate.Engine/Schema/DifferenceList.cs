using System;
using System.Collections.Generic;
using System.Linq;

namespace DbMigrate.Engine.Schema;

/// <summary>Differences as they are found.</summary>
internal sealed class DifferenceList
{
    private readonly List<SchemaDifference> _items = [];

    public IReadOnlyList<SchemaDifference> Items => _items;

    public void Missing(string target, string text) => _items.Add(new("Missing", target, text, ""));

    public void Unexpected(string target, string text) => _items.Add(new("Unexpected", target, "", text));

    /// <summary>Two versions of one object, either of which may not be there.</summary>
    public void Pair<T>(string target, T? expected, T? actual, Func<T, string> describe)
        where T : class
    {
        if (actual is null)
            Missing(target, describe(expected!));
        else if (expected is null)
            Unexpected(target, describe(actual));
        else if (!expected.Equals(actual))
            _items.Add(new("Changed", target, describe(expected), describe(actual)));
    }

    /// <summary>One facet of an object that is on both sides.</summary>
    public void Facet(string target, string facet, string? expected, string? actual)
    {
        if (!string.Equals(expected, actual, StringComparison.Ordinal))
            _items.Add(new("Changed", target, $"{facet} {expected ?? "none"}", $"{facet} {actual ?? "none"}"));
    }

    /// <summary>Those annotations of an object that are not the same on both sides.</summary>
    public void Annotations(string target, AnnotationSet expected, AnnotationSet actual)
    {
        if (expected.Equals(actual))
            return;
        var same = expected.Items.Select(p => p.Key).Where(n => AnnotationSet.Empty.With(n, expected[n]).Equals(AnnotationSet.Empty.With(n, actual[n]))).ToList();
        string Rest(AnnotationSet set) => set.Count == 0 ? "none" : SchemaDescriber.Describe(same.Aggregate(set, (s, n) => s.With(n, null)));
        _items.Add(new("Changed", target, Rest(expected), Rest(actual)));
    }

    /// <summary>Objects in lists, found by name; those that have none on a side by content.</summary>
    public void Match<T>(string kind, ObjectName table, IReadOnlyList<T> expected, IReadOnlyList<T> actual, Func<T, string> name, Func<T, T> nameless, Func<T, string> describe)
        where T : class
    {
        string Target(T item) => name(item).Length > 0 ? $"{kind} {table}.{name(item)}" : $"{kind} of {table}";
        var named = actual.Where(i => name(i).Length > 0).ToDictionary(name, StringComparer.Ordinal);
        var left = new List<T>();
        foreach (var item in expected)
        {
            if (named.Remove(name(item), out var other))
                Pair(Target(item), item, other, describe);
            else
                left.Add(item);
        }

        var right = actual.Where(i => name(i).Length == 0 || named.ContainsKey(name(i))).ToList();
        foreach (var item in left)
        {
            if (right.Find(i => (name(i).Length == 0 || name(item).Length == 0) && nameless(i).Equals(nameless(item))) is { } same)
                right.Remove(same);
            else
                Missing(Target(item), describe(item));
        }

        foreach (var item in right)
            Unexpected(Target(item), describe(item));
    }
}
