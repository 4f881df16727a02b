using System;
using System.Threading.Tasks;
using Kinds;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace WorkerService;

internal static class Program
{
    public static Task Main() => throw new InvalidOperationException("The entry point is not called.");

    private static IHostBuilder CreateHostBuilder(string[] args)
        => Host.CreateDefaultBuilder(args)
            .ConfigureServices((host, services) => services.AddDbContext<ShopContext>(o => o.UseDatabase(host.Configuration.GetConnectionString("Shop"))));
}
