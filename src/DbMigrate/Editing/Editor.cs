using System;
using System.Diagnostics;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Editing;

/// <summary>The program that opens scripts: what <c>EDITOR</c> names, else <c>VISUAL</c>, else a usual one of the system.</summary>
/// <param name="Program">Full path of the program.</param>
/// <param name="Arguments">What is passed before the file.</param>
internal sealed record Editor(string Program, string Arguments)
{
    private static readonly string[] Variables = ["EDITOR", "VISUAL"];

    // notepad is everywhere on Windows; elsewhere the first is what Debian lets its users choose.
    private static readonly string[] Usual = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? ["notepad"] : ["sensible-editor", "nano", "vim", "vi"];

    /// <param name="whyNobodyEdits">Why nobody sits in front of an editor; null where somebody may. A program that a variable names needs nobody.</param>
    /// <exception cref="DbMigrateException"><c>EditorNotFound</c>.</exception>
    public static Editor Find(string? whyNobodyEdits)
    {
        foreach (var variable in Variables)
        {
            if (Environment.GetEnvironmentVariable(variable) is { } command && command.Trim().Length > 0)
                return Parse(command.Trim()) ?? throw ErrorCatalogue.EditorNotFound.Error($"{variable} is '{command}', and there is no such program.", command, $"Correct {variable}.");
        }

        if (whyNobodyEdits is not null)
            throw ErrorCatalogue.EditorNotFound.Error($"Neither EDITOR nor VISUAL is set, and nobody is there to use another editor: {whyNobodyEdits}.");

        var program = Usual.Select(ProgramFinder.Find).FirstOrDefault(found => found is not null)
            ?? throw ErrorCatalogue.EditorNotFound.Error($"Neither EDITOR nor VISUAL is set, and none of {string.Join(", ", Usual)} is installed.");
        return new Editor(program, "");
    }

    /// <summary>Opens a file and waits until the program ends; one that hands the file to a window that is open already ends at once.</summary>
    /// <exception cref="DbMigrateException"><c>EditorFailed</c>.</exception>
    public void Open(string file, string workingDirectory, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Program, $"{Arguments} \"{file.Replace("\"", "\\\"")}\"".TrimStart()) { UseShellExecute = false, WorkingDirectory = workingDirectory };
        try
        {
            using var process = Process.Start(start);
            using var ended = new ManualResetEvent(false);
            process.Exited += (_, _) => ended.Set();
            process.EnableRaisingEvents = true;
            WaitHandle.WaitAny([ended, cancellation.WaitHandle]);
            cancellation.ThrowIfCancellationRequested();
            process.WaitForExit();
            if (process.ExitCode != 0)
                throw ErrorCatalogue.EditorFailed.Error($"The editor {Program} ended with exit code {process.ExitCode}.", file);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw ErrorCatalogue.EditorFailed.Error($"The editor {Program} cannot be started: {e.Message}", Program, inner: e);
        }
    }

    // The whole may be the path of a program that has blanks in it; else what follows the first word are arguments.
    private static Editor? Parse(string command)
    {
        if (ProgramFinder.Find(command) is { } whole)
            return new Editor(whole, "");

        var isQuoted = command[0] is '"' or '\'';
        var end = isQuoted ? command.IndexOf(command[0], 1) : command.IndexOf(' ');
        if (end < 0)
            return null;
        var name = command.Substring(isQuoted ? 1 : 0, isQuoted ? end - 1 : end);
        return ProgramFinder.Find(name) is { } program ? new Editor(program, command.Substring(end + 1).Trim()) : null;
    }
}
