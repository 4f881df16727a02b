using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Text.Json;
using System.Threading.Tasks;
using DbMigrate.Protocol;
using DbMigrate.Tests.Fixtures;
using Xunit;

namespace DbMigrate.Worker.Tests;

/// <summary>A worker process and nothing between it and the test: lines in, lines out.</summary>
internal sealed class TestWorker : IAsyncDisposable
{
    private readonly TaskCompletionSource<string> _error = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private TestWorker(Process process, string folder)
    {
        Process = process;
        Folder = folder;
        _ = Task.Run(async () => _error.SetResult(await process.StandardError.ReadToEndAsync()));
    }

    public Process Process { get; }

    /// <summary>The worker's temporary folder, cache and working directory; of this test alone.</summary>
    public string Folder { get; }

    public string Temporary => Path.Combine(Folder, "tmp");

    /// <summary>All that it wrote to standard error; complete once it has ended.</summary>
    public Task<string> Error => _error.Task;

    public static TestWorker Start(string? folder = null) => Start(folder, ["exec", Paths.Worker]);

    /// <summary>Starts a worker on the frameworks of a target.</summary>
    public static TestWorker StartFor(string target)
        => Start(null, ["exec", "--runtimeconfig", Path.ChangeExtension(target, ".runtimeconfig.json"), Paths.Worker]);

    private static TestWorker Start(string? folder, string[] command)
    {
        folder ??= Directory.CreateTempSubdirectory("worker-test-").FullName;
        _ = Directory.CreateDirectory(Path.Combine(folder, "tmp"));
        var start = new ProcessStartInfo("dotnet", command)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["TMPDIR"] = start.Environment["TEMP"] = start.Environment["TMP"] = Path.Combine(folder, "tmp");
        start.Environment["DOTNET_ROLL_FORWARD"] = "Major";
        _ = start.Environment.Remove("DOTNET_ENVIRONMENT");
        _ = start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        return new TestWorker(Process.Start(start)!, folder);
    }

    /// <summary>Starts a worker with the probe in the engine's place and a target loaded.</summary>
    public static async Task<TestWorker> StartLoaded(string target, string? folder = null)
    {
        var worker = Start(folder);
        var answer = await worker.Ask("load", worker.LoadRequestFor(target));
        Assert.Equal("result", answer.Kind);
        return worker;
    }

    public LoadRequest LoadRequestFor(string target) => new() { Assembly = target, Engine = Paths.ProbeEngine, CacheDirectory = Path.Combine(Folder, "cache") };

    public void SendLine(string line)
    {
        Process.StandardInput.Write(line + "\n");
        Process.StandardInput.Flush();
    }

    public void Send(int id, string kind, object body)
        => SendLine(JsonSerializer.Serialize(new Envelope { Id = id, Kind = kind, Body = JsonSerializer.Serialize(body) }));

    public async Task<Envelope?> Receive()
        => await Process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line ? JsonSerializer.Deserialize<Envelope>(line) : null;

    /// <summary>Sends a request and returns its last line; events go to <paramref name="events"/>.</summary>
    public async Task<Envelope> Ask(string kind, object? body = null, List<Envelope>? events = null)
    {
        Send(1, kind, body ?? new { });
        while (await Receive() is { } line)
        {
            if (line.Kind is "result" or "error" or "cancelled")
            {
                return line;
            }

            events?.Add(line);
        }

        throw new InvalidOperationException("The worker ended: " + await Error);
    }

    public static string TextOf(Envelope line) => JsonSerializer.Deserialize<TextEvent>(line.Body)!.Text;

    public static ErrorEvent ErrorOf(Envelope line)
    {
        Assert.Equal("error", line.Kind);
        return JsonSerializer.Deserialize<ErrorEvent>(line.Body)!;
    }

    public async ValueTask DisposeAsync()
    {
        Process.StandardInput.Close();
        await Process.WaitForExitAsync();
        Process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
