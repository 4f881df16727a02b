using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DbMigrate.Tests.Shared;

namespace DbMigrate.Engine.Tests.Offline;

/// <summary>The real <c>sqlite3</c>, as people use it: a database, and a script at its standard input.</summary>
internal static class SqliteClient
{
    private static readonly string? Program = (System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => new[] { Path.Combine(folder, "sqlite3"), Path.Combine(folder, "sqlite3.exe") })
        .FirstOrDefault(File.Exists);

    public static void SkipWithout() => Skip.If(Program is null, "sqlite3, SQLite's own client, is not installed.");

    /// <summary>Runs a script; settings of whoever runs the tests do not count.</summary>
    public static async Task<(int ExitCode, string Error)> Run(string database, string script)
    {
        var start = new ProcessStartInfo(Program!, [database])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["HOME"] = Path.GetDirectoryName(database);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        try
        {
            await process.StandardInput.WriteAsync(script);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It stopped at an error and reads no further.
        }
        await process.WaitForExitAsync();
        return (process.ExitCode, await error + await output);
    }
}
