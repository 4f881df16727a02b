using System;
using System.Linq;
using System.Reflection;

namespace DbMigrate.Engine.Model.Hosting;

/// <summary>
/// The methods by which apps hand out their host without running it: <c>CreateHostBuilder</c> and its older names, of the
/// class with the entry point.
/// </summary>
internal static class HostMethod
{
    private const BindingFlags Anywhere = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly string[] Names = ["BuildWebHost", "CreateWebHostBuilder", "CreateHostBuilder"];

    /// <summary>The method of an app; null where it has none.</summary>
    public static MethodInfo? Find(MethodInfo entryPoint)
        => entryPoint.DeclaringType is { } type
            ? Names.Select(name => type.GetMethod(name, Anywhere, [typeof(string[])])).FirstOrDefault(m => m is not null)
            : null;

    /// <summary>Calls it, builds the host where it only made a builder, and returns the host's services.</summary>
    public static IServiceProvider? Call(MethodInfo method, string[] arguments)
    {
        var made = method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [arguments], null);
        var host = made is null || HostServices.Of(made) is not null ? made : Build(made);
        return host is null ? null : HostServices.Of(host);
    }

    private static object? Build(object builder)
        => builder.GetType().GetInterfaces().Append(builder.GetType()).Select(t => t.GetMethod("Build", Type.EmptyTypes)).FirstOrDefault(m => m is not null)
            ?.Invoke(builder, BindingFlags.DoNotWrapExceptions, null, null, null);
}
