using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace DbMigrate.Engine.Tests.Apply;

/// <summary>The engine in a process of its own, so that it can be killed.</summary>
internal sealed class EngineProcess : IDisposable
{
    private readonly Process _process;

    private readonly List<string> _lines = [];
    private readonly SemaphoreSlim _reading = new(1);

    private EngineProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public static EngineProcess Start(Workspace work, string method, object request)
    {
        var start = new ProcessStartInfo("dotnet", [Executable, method, work.Folder]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        process.StandardInput.Write(JsonSerializer.Serialize(request, request.GetType()));
        process.StandardInput.Close();
        return new EngineProcess(process);
    }

    /// <summary>Waits for a line of output that has the text.</summary>
    public async Task<string> Until(string text)
    {
        for (var i = 0; ; i++)
        {
            if (await Line(i) is not { } line)
                throw new EndOfStreamException($"It ended without '{text}':\n{string.Join("\n", _lines)}");
            if (line.Contains(text, StringComparison.Ordinal))
                return line;
        }
    }

    /// <summary>The last line of a process that ends by itself.</summary>
    public async Task<string> LastLine()
    {
        var last = "";
        for (var i = 0; await Line(i) is { } line; i++)
            last = line;
        return last;
    }

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
        _reading.Dispose();
    }

    // Several may wait for lines at once; each sees all of them.
    private async Task<string?> Line(int number)
    {
        await _reading.WaitAsync();
        try
        {
            while (_lines.Count <= number)
            {
                if (await _process.StandardOutput.ReadLineAsync() is not { } line)
                    return null;
                _lines.Add(line);
            }
            return _lines[number];
        }
        finally
        {
            _reading.Release();
        }
    }

    // Built beside the tests, in the same configuration.
    private static string Executable
        => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "Fixtures", "EngineProcess", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "EngineProcess.dll"));
}
