using System;
using System.IO;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using DbMigrate.Protocol;

namespace DbMigrate.Worker.Loading;

/// <summary>Gives the target the surroundings that <c>dotnet run</c> in its project would.</summary>
internal static class AppEnvironment
{
    private const string Development = "Development";

    public static void Set(LoadRequest request, string original)
    {
        // The original folder, not the copy: an app may keep files beside itself that must not vanish with the copy.
        AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", Path.GetDirectoryName(original) + Path.DirectorySeparatorChar);
        foreach (var name in (ReadOnlySpan<string>)["DOTNET_ENVIRONMENT", "ASPNETCORE_ENVIRONMENT"])
        {
            if (request.Environment.Length > 0 || Environment.GetEnvironmentVariable(name) is null or "")
            {
                Environment.SetEnvironmentVariable(name, request.Environment.Length > 0 ? request.Environment : Development);
            }
        }

        if (request.ProjectDirectory.Length > 0)
        {
            Environment.CurrentDirectory = request.ProjectDirectory;
        }
        else if (request.Assembly.Length > 0)
        {
            // Without a project the settings are those that were built or published beside the assembly.
            SetIfMissing("DOTNET_CONTENTROOT", Path.GetDirectoryName(original)!);
        }
    }

    /// <summary>An app that asks for its entry assembly gets itself, from .NET 9 on.</summary>
    public static void SetEntryAssembly(TargetLoadContext context, string path, bool isTarget)
    {
        if (isTarget && HasEntryPoint(path))
        {
            // Hosts take it for the name of the app, by which they find user secrets; before .NET 9 they are told.
            SetIfMissing("DOTNET_APPLICATIONNAME", Path.GetFileNameWithoutExtension(path));
            var set = typeof(Assembly).GetMethod("SetEntryAssembly", BindingFlags.Public | BindingFlags.Static);
            _ = set?.Invoke(null, [context.LoadFromAssemblyPath(path)]);
        }
    }

    private static void SetIfMissing(string name, string value)
    {
        if (Environment.GetEnvironmentVariable(name) is null or "")
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    private static bool HasEntryPoint(string path)
    {
        using var reader = new PEReader(File.OpenRead(path));
        return reader.PEHeaders.CorHeader is { EntryPointTokenOrRelativeVirtualAddress: not 0 } && reader.GetMetadataReader().IsAssembly;
    }
}
