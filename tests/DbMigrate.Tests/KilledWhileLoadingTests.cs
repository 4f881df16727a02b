using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;
using DbMigrate.Tests.Shared;
using DbMigrate.Worker;
using Xunit;

namespace DbMigrate.Tests;

/// <summary>A worker that is killed before it has its target: while it copies it.</summary>
public sealed class KilledWhileLoadingTests
{
    [Fact]
    public async Task It_is_one_clear_error_and_the_next_command_works()
    {
        Skip.If(!OperatingSystem.IsLinux(), "processes are found in /proc, and a pipe stops the copy");
        using var fixture = new WorkerFixture();
        var pipe = Path.Combine(Path.GetDirectoryName(fixture.Target)!, "stops-the-copy.json");
        Process.Start("mkfifo", [pipe])!.WaitForExit();

        var loading = Task.Run<WorkerClient>(() => fixture.Get(), TestContext.Current.CancellationToken);

        // It can be opened from the moment on that the worker reads from it.
        await using (await Task.Run(() => new FileStream(pipe, FileMode.Open, FileAccess.Write), TestContext.Current.CancellationToken))
        {
            Assert.Single(WorkersIn(fixture.Folder)).Kill();
            var error = await Assert.ThrowsAsync<DbMigrateException>(() => loading);
            Assert.Equal(ErrorCatalogue.WorkerFailed, error.Kind);
            Assert.StartsWith("The worker process ended (exit code ", error.Message);
        }

        File.Delete(pipe);
        Assert.Equal("x", fixture.Get().Call<TextEvent>("echo", new TextEvent { Text = "x" }, fixture.Sink, TestContext.Current.CancellationToken).Text);
    }

    private static Process[] WorkersIn(string folder)
        => [.. Process.GetProcessesByName("dotnet").Where(p => WorkingDirectory(p) == folder)];

    private static string WorkingDirectory(Process process)
    {
        try
        {
            return File.ResolveLinkTarget($"/proc/{process.Id}/cwd", returnFinalTarget: false)?.FullName ?? "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
