using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using DbMigrate.Tests.Shared;
using Npgsql;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>The real <c>psql</c>, as people use it, and <c>pg_dump</c> to look at what it left.</summary>
internal static class PostgresClient
{
    public static void SkipWithout() => Skip.If(PostgresBinaries.Folder is null || !File.Exists(Program("psql")), "psql, PostgreSQL's own client, is not installed.");

    /// <summary>Runs a script; settings of whoever runs the tests do not count.</summary>
    public static Task<(int ExitCode, string Output)> Run(PostgresWorkspace database, string script) => Run("psql", database, script, "--no-psqlrc", "--quiet");

    /// <summary>The schema as SQL.</summary>
    public static async Task<string> Schema(PostgresWorkspace database)
    {
        var (_, dump) = await Run("pg_dump", database, "", "--schema-only", "--no-owner");

        // Newer ones guard the text with a word drawn at random.
        return string.Join("\n", dump.Split('\n').Where(l => !l.StartsWith("\\restrict", StringComparison.Ordinal) && !l.StartsWith("\\unrestrict", StringComparison.Ordinal)));
    }

    private static string Program(string name) => Path.Combine(PostgresBinaries.Folder!, name);

    private static async Task<(int ExitCode, string Output)> Run(string program, PostgresWorkspace database, string input, params string[] arguments)
    {
        var connection = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var start = new ProcessStartInfo(
            Program(program),
            ["--host", connection.Host!, "--port", connection.Port.ToString(CultureInfo.InvariantCulture), "--username", connection.Username!, .. arguments, connection.Database!])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It stopped at an error and reads no further.
        }
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
