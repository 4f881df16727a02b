using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace DbMigrate.Engine.Model;

/// <summary>What a context runs on, as the headers of scripts name it.</summary>
/// <param name="EfCore">EF Core's version, for example <c>10.0.15</c>.</param>
/// <param name="Provider">The provider's package and version, for example <c>Microsoft.EntityFrameworkCore.Sqlite 10.0.15</c>.</param>
internal sealed record EfVersions(string EfCore, string Provider)
{
    /// <summary>EF Core's version, known without a context.</summary>
    public static string EfCoreVersion { get; } = Version(typeof(DbContext).Assembly);

    /// <summary>Reads both.</summary>
    /// <param name="context">The context.</param>
    public static EfVersions Read(DbContext context)
    {
        // Every provider has type mappings of its own, in its own assembly.
        var assembly = context.GetService<IRelationalTypeMappingSource>().GetType().Assembly;
        return new(EfCoreVersion, $"{assembly.GetName().Name} {Version(assembly)}");
    }

    private static string Version(Assembly assembly)
    {
        var version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? assembly.GetName().Version?.ToString() ?? "";
        var build = version.IndexOf('+', System.StringComparison.Ordinal);
        return build < 0 ? version : version[..build];
    }
}
