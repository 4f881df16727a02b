using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Hosting;

namespace WebApp;

/// <summary>Leaves a file where it is started.</summary>
public sealed class NeverStarted : IHostedService
{
    public static void Note(string name) => File.WriteAllText(name, "");

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Note("started.txt");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
