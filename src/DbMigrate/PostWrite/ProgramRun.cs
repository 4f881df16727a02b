using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Threading;
using DbMigrate.Revisions.Errors;
using DbMigrate.Worker;

namespace DbMigrate.PostWrite;

/// <summary>Runs a program without a shell and keeps what it prints, both streams in their order.</summary>
internal sealed class ProgramRun(string program, string arguments, string workingDirectory)
{
    private readonly StringBuilder _output = new();

    /// <summary>Waits for the end and returns the output.</summary>
    /// <exception cref="DbMigrateException"><c>PostWriteFailed</c>: it cannot be started.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public string Run(CancellationToken cancellation, out int exitCode)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingDirectory,
        };
        ChildEnvironment.Clean(start.Environment);
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, e) => Take(e.Data);
        process.ErrorDataReceived += (_, e) => Take(e.Data);
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            throw ErrorCatalogue.PostWriteFailed.Error($"{program} cannot be started: {e.Message} The revision was written and stays.", program, inner: e);
        }

        process.StandardInput.Dispose();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using (cancellation.Register(() => End(process)))
            process.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        exitCode = process.ExitCode;
        lock (_output)
            return _output.ToString().TrimEnd();
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    private void Take(string? line)
    {
        if (line is null)
            return;
        lock (_output)
            _output.AppendLine(line);
    }
}
