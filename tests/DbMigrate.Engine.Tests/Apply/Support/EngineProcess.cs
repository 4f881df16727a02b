using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Text.Json;
using System.Threading.Tasks;

namespace DbMigrate.Engine.Tests.Apply;

/// <summary>The engine in a process of its own, so that it can be killed.</summary>
internal sealed class EngineProcess : IDisposable
{
    private readonly Process _process;

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

    /// <summary>Reads until a line of output has the text.</summary>
    public async Task<string> Until(string text)
    {
        var seen = new List<string>();
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
                return line;
            seen.Add(line);
        }
        throw new EndOfStreamException($"It ended without '{text}':\n{string.Join("\n", seen)}");
    }

    /// <summary>The last line of a process that ends by itself.</summary>
    public async Task<string> LastLine()
    {
        var last = "";
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
            last = line;
        await _process.WaitForExitAsync();
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
    }

    // Built beside the tests, in the same configuration.
    private static string Executable
        => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "Fixtures", "EngineProcess", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "EngineProcess.dll"));
}
