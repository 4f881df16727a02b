using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using DbMigrate.Revisions.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace DbMigrate.Engine.Model;

/// <summary>Finds the contexts of a target.</summary>
/// <param name="target">The target's assembly.</param>
/// <param name="load">Loads an assembly that the target refers to; null where it cannot be had.</param>
/// <param name="registered">The contexts that the target's app has registered; asked only where that matters, because the app is started for it.</param>
internal sealed class ContextFinder(Assembly target, Func<AssemblyName, Assembly?> load, Func<IReadOnlyList<Type>> registered)
{
    private const string EfCore = "Microsoft.EntityFrameworkCore";

    /// <summary>
    /// The contexts in the target and those that its factories make, by full name; where there are none, those of
    /// the user's libraries that the target refers to (an application whose contexts are in a library).
    /// </summary>
    public IReadOnlyList<ContextCandidate> Find()
    {
        var own = Find([target]);
        return own.Count > 0 ? own : Find([target, .. Libraries()]);
    }

    /// <summary>These, and those that the app has registered, from packages for example.</summary>
    public IReadOnlyList<ContextCandidate> FindAll()
    {
        var found = Find();
        return [.. found, .. Registered().Where(r => found.All(c => c.Type != r.Type))];
    }

    /// <summary>The context of this name or full name, or the only one where no name is given.</summary>
    /// <param name="name">A name, whatever its case; empty for the only context.</param>
    /// <exception cref="DbMigrateException"><c>ContextNotFound</c>, <c>ContextAmbiguous</c>.</exception>
    public ContextCandidate Select(string name)
    {
        var all = Find();
        if (all.Count == 0)
            all = Registered();
        if (name.Length == 0)
            return Single(all, all, $"There is no DbContext in {target.GetName().Name}.", "Pass -Project or -Assembly of the project that has one.");
        var matches = Named(all, name);
        if (matches.Count == 0)
            matches = Named(Find([target, .. Libraries()]), name);
        if (matches.Count == 0)
            matches = Named(Registered(), name);
        return Single(matches, all, $"There is no context {name} in {target.GetName().Name}. It has {(all.Count == 0 ? "none" : Names(all))}.", null);
    }

    private static ContextCandidate Single(IReadOnlyList<ContextCandidate> matches, IReadOnlyList<ContextCandidate> all, string notFound, string? action)
        => matches.Count switch
        {
            1 => matches[0],
            0 => throw ErrorCatalogue.ContextNotFound.Error(notFound, action: action),
            _ => throw ErrorCatalogue.ContextAmbiguous.Error($"The target has several contexts: {Names(matches)}.", Names(all), $"Pass -Context with one of the names, for example -Context {Example(matches)}."),
        };

    private static IReadOnlyList<ContextCandidate> Named(IReadOnlyList<ContextCandidate> candidates, string name)
    {
        List<ContextCandidate> Matches(StringComparison comparison)
            => [.. candidates.Where(c => c.Name.Equals(name, comparison) || c.FullName.Equals(name, comparison))];
        var matches = Matches(StringComparison.OrdinalIgnoreCase);
        return matches.Count > 1 && Matches(StringComparison.Ordinal) is { Count: > 0 } exact ? exact : matches;
    }

    private static string Names(IEnumerable<ContextCandidate> candidates) => string.Join(", ", candidates.Select(c => c.FullName));

    private static string Example(IReadOnlyList<ContextCandidate> candidates)
        => candidates.Count(c => c.Name == candidates[0].Name) == 1 ? candidates[0].Name : candidates[0].FullName;

    private IReadOnlyList<ContextCandidate> Registered()
        => [.. registered().Distinct().Where(t => !t.IsAbstract).Select(t => new ContextCandidate(t, null)).OrderBy(c => c.FullName, StringComparer.Ordinal)];

    private static List<ContextCandidate> Find(IEnumerable<Assembly> assemblies)
    {
        var types = assemblies.SelectMany(Types).Where(t => t is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }).ToList();
        var factories = types.SelectMany(Made, (factory, context) => (factory, context)).ToLookup(p => p.context, p => p.factory);
        return
        [
            .. types.Where(typeof(DbContext).IsAssignableFrom).Union(factories.Select(g => g.Key))
                .Select(t => new ContextCandidate(t, factories[t].FirstOrDefault()))
                .OrderBy(c => c.FullName, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<Type> Made(Type factory)
        => factory.GetInterfaces()
            .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IDesignTimeDbContextFactory<>))
            .Select(i => i.GetGenericArguments()[0]);

    // A reference that is missing must not hide the types that do without it.
    private static IEnumerable<Type> Types(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            return e.Types.OfType<Type>();
        }
    }

    private List<Assembly> Libraries()
    {
        var found = new List<Assembly>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var queue = new Queue<AssemblyName>(target.GetReferencedAssemblies());
        while (queue.TryDequeue(out var name))
        {
            if (IsFramework(name) || !seen.Add(name.Name ?? "") || load(name) is not { } assembly)
                continue;
            var references = assembly.GetReferencedAssemblies();
            if (references.Any(r => r.Name == EfCore))
                found.Add(assembly);
            foreach (var reference in references)
                queue.Enqueue(reference);
        }

        return found;
    }

    private static bool IsFramework(AssemblyName name)
        => name.Name is null or "netstandard" or "mscorlib" or "System" or "Microsoft"
            || name.Name.StartsWith("System.", StringComparison.OrdinalIgnoreCase)
            || name.Name.StartsWith("Microsoft.", StringComparison.OrdinalIgnoreCase);
}
