using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Worker.Building;

/// <summary>Runs <c>dotnet msbuild</c> and keeps what it says.</summary>
internal sealed class MsBuild
{
    private const int MostErrors = 20;
    private static readonly Regex ErrorLine = new(@"(^|: )error [A-Z]+[0-9]*\s*:", RegexOptions.Compiled);
    private static readonly Regex ProjectSuffix = new(@" \[[^\[\]]+proj(::[^\]]*)?\]$", RegexOptions.Compiled);

    private readonly string _arguments;
    private readonly IReadOnlyDictionary<string, string> _variables;
    private readonly List<string> _errors = [];
    private readonly StringBuilder _output = new();

    public MsBuild(string arguments, IReadOnlyDictionary<string, string> variables)
    {
        _arguments = arguments;
        _variables = variables;
    }

    /// <summary>What was written to standard output: the properties that were asked for, as JSON.</summary>
    public string Output => _output.ToString();

    /// <summary>Runs to the end.</summary>
    /// <exception cref="DbMigrateException">The build failed; the message holds the compiler's lines.</exception>
    public void Run(string project, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(DotNetHost.Find(), _arguments)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = Path.GetDirectoryName(project)!,
        };
        ChildEnvironment.Clean(start.Environment);
        foreach (var variable in _variables)
        {
            start.Environment[variable.Key] = variable.Value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Dispose();
        using var outputEnd = new ManualResetEventSlim();
        using var errorEnd = new ManualResetEventSlim();
        process.OutputDataReceived += (_, e) => Take(e.Data, outputEnd, isError: false);
        process.ErrorDataReceived += (_, e) => Take(e.Data, errorEnd, isError: true);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Wait(process, cancellation);

        // A build server that was started on the way may hold the pipes open for long after the end.
        var limit = TimeSpan.FromSeconds(2);
        _ = outputEnd.Wait(limit) && errorEnd.Wait(limit);
        if (process.ExitCode != 0)
        {
            throw ToError(project);
        }
    }

    private static void Wait(Process process, CancellationToken cancellation)
    {
        using var kill = cancellation.Register(() =>
        {
            try
            {
                process.Kill();
            }
            catch (InvalidOperationException)
            {
                // It has ended by itself.
            }
        });

        // With a limit it waits for the process alone, not for the end of its pipes.
        _ = process.WaitForExit(int.MaxValue);
        if (cancellation.IsCancellationRequested)
        {
            throw new WorkerCancelledException("Stopped while the project was being built.");
        }
    }

    private void Take(string? line, ManualResetEventSlim end, bool isError)
    {
        if (line is null)
        {
            end.Set();
            return;
        }

        lock (_errors)
        {
            if (ErrorLine.IsMatch(line))
            {
                var error = ProjectSuffix.Replace(line.Trim(), "");
                if (!_errors.Contains(error))
                {
                    _errors.Add(error);
                }
            }
            else if (!isError)
            {
                _ = _output.AppendLine(line);
            }
        }
    }

    private DbMigrateException ToError(string project)
    {
        lock (_errors)
        {
            var lines = _errors.Count > 0 ? string.Join("\n", _errors.Take(MostErrors)) : _output.ToString().Trim();
            var more = _errors.Count > MostErrors ? $"\nand {_errors.Count - MostErrors} more" : "";
            return ErrorCatalogue.BuildFailed.Error($"'{project}' does not build:\n{lines}{more}", project);
        }
    }
}
