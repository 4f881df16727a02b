using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using DbMigrate.Revisions.Errors;
using Microsoft.EntityFrameworkCore;

namespace DbMigrate.Engine.Model;

/// <summary>Makes a context without a target, from nothing but a provider's assembly.</summary>
internal static class ProviderContext
{
    /// <summary>The context.</summary>
    /// <param name="provider">A provider's assembly, for example that of <c>Microsoft.EntityFrameworkCore.Sqlite</c>.</param>
    /// <param name="connectionString">The connection string; empty where no connection is needed.</param>
    /// <exception cref="DbMigrateException"><c>ProviderNotSupported</c> where the assembly has no method that takes a connection string alone.</exception>
    public static DbContext Create(Assembly provider, string connectionString)
    {
        var use = Find(provider);
        return BareContext.Create(builder =>
        {
            object?[] arguments = [builder, connectionString.Length > 0 ? connectionString : null, .. use.GetParameters().Skip(2).Select(_ => Type.Missing)];
            use.Invoke(null, BindingFlags.DoNotWrapExceptions | BindingFlags.OptionalParamBinding, null, arguments, null);
        });
    }

    private static MethodInfo Find(Assembly provider)
    {
        var name = provider.GetName().Name ?? "";
        var candidates = Extensions(provider).OrderBy(m => m.Name, StringComparer.Ordinal).ToList();

        // Some have several (SQL Server: UseAzureSql too): the one that is called like the assembly is meant.
        return candidates.Find(m => name.EndsWith("." + m.Name["Use".Length..], StringComparison.OrdinalIgnoreCase))
            ?? candidates.FirstOrDefault()
            ?? throw ErrorCatalogue.ProviderNotSupported.Error(
                $"{name} has no method Use...(DbContextOptionsBuilder, string) that a provider of EF Core has.", name, "Pass the path of a provider's assembly, or Sqlite.");
    }

    private static IEnumerable<MethodInfo> Extensions(Assembly provider)
        => provider.GetExportedTypes()
            .Where(t => t is { IsAbstract: true, IsSealed: true })
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(m => !m.IsGenericMethod && m.Name.StartsWith("Use", StringComparison.Ordinal) && Takes(m.GetParameters()));

    private static bool Takes(ParameterInfo[] parameters)
        => parameters.Length >= 2
            && parameters[0].ParameterType == typeof(DbContextOptionsBuilder)
            && parameters[1].ParameterType == typeof(string)
            && parameters.Skip(2).All(p => p.IsOptional);
}
