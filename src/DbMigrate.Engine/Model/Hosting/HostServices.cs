using System;
using System.Linq;

namespace DbMigrate.Engine.Model.Hosting;

/// <summary>Reads the services of a host, whose type the engine does not know.</summary>
internal static class HostServices
{
    private static readonly string[] Hosts = ["Microsoft.Extensions.Hosting.IHost", "Microsoft.AspNetCore.Hosting.IWebHost"];

    /// <summary>The services; null where the object is no host.</summary>
    public static IServiceProvider? Of(object host)
        => Hosts.Select(name => host.GetType().GetInterface(name)).FirstOrDefault(t => t is not null)?.GetProperty("Services")?.GetValue(host) as IServiceProvider;
}
