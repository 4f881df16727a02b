using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Hooks.Operations;

/// <summary>The kinds of operations and their properties, as the target's EF Core has them.</summary>
internal sealed class OperationShape
{
    private const string Suffix = "Operation";

    private readonly Dictionary<string, Type> _kinds = typeof(MigrationOperation).Assembly.GetExportedTypes()
        .Where(t => typeof(MigrationOperation).IsAssignableFrom(t) && !t.IsAbstract)
        .ToDictionary(KindOf, t => t, StringComparer.OrdinalIgnoreCase);

    private readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, PropertyInfo>> _properties = new();

    /// <summary>EF's name without <c>Operation</c>.</summary>
    public static string KindOf(Type type) => type.Name.EndsWith(Suffix, StringComparison.Ordinal) ? type.Name[..^Suffix.Length] : type.Name;

    /// <exception cref="PlainFormException">There is no such kind.</exception>
    public MigrationOperation Create(string kind)
        => _kinds.TryGetValue(kind, out var type)
            ? (MigrationOperation)Activator.CreateInstance(type)!
            : throw new PlainFormException($"there is no operation of the kind '{kind}'; there are {string.Join(", ", _kinds.Values.Select(KindOf).Order(StringComparer.Ordinal))}");

    /// <summary>The properties that make up an operation; the old state and the parts of a table among them.</summary>
    public IReadOnlyDictionary<string, PropertyInfo> Properties(Type type)
        => _properties.GetOrAdd(type, t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0 && (p.CanWrite || IsOperation(p.PropertyType) || ListOf(p.PropertyType) is not null))
            .OrderBy(p => p.Name, StringComparer.Ordinal)
            .ToDictionary(p => p.Name, p => p, StringComparer.OrdinalIgnoreCase));

    public static bool IsOperation(Type type) => typeof(MigrationOperation).IsAssignableFrom(type);

    /// <summary>The kind of operation in a list of them; null for other types.</summary>
    public static Type? ListOf(Type type)
        => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>) && IsOperation(type.GetGenericArguments()[0]) ? type.GetGenericArguments()[0] : null;
}
