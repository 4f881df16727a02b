using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using DbMigrate.Editing;
using DbMigrate.Revisions.Errors;
using DbMigrate.Revisions.Settings;

namespace DbMigrate.PostWrite;

/// <summary>
/// The commands of the settings' <c>PostWrite</c>, run in order on each new script. Whoever writes one prepares them before
/// and runs them after it; the cache of compiled scripts goes by content and needs no word of a change.
/// </summary>
internal sealed class PostWriteCommands
{
    public const string Key = "PostWrite";

    private static readonly string[] BatchExtensions = [".cmd", ".bat"];

    private readonly IReadOnlyList<(PostWriteSettings Settings, string Program)> _commands;

    private PostWriteCommands(IReadOnlyList<(PostWriteSettings, string)> commands) => _commands = commands;

    /// <summary>Finds the programs, so that a missing one is known before anything is written.</summary>
    /// <exception cref="DbMigrateException"><c>PostWriteFailed</c>.</exception>
    public static PostWriteCommands Prepare(MigrationSettings settings) => new([.. settings.PostWrite.Select(command => (command, Find(command)))]);

    /// <summary>Runs them one after the other.</summary>
    /// <param name="script">Full path of the new script.</param>
    /// <param name="said">Is given what a command printed.</param>
    /// <param name="cancellation">Ends the command that runs.</param>
    /// <exception cref="DbMigrateException"><c>PostWriteFailed</c>; the script stays, and commands after the failed one are not run.</exception>
    public void Run(string script, Action<string> said, CancellationToken cancellation)
    {
        foreach (var (settings, program) in _commands)
        {
            var output = new ProgramRun(program, CommandLine.Join(Arguments(settings, script)), settings.WorkingDirectory).Run(cancellation, out var exitCode);
            if (exitCode != 0)
                throw ErrorCatalogue.PostWriteFailed.Error(
                    $"'{settings.Command}' of {settings.Place} ended with exit code {exitCode}. The revision was written and stays: {script}{(output.Length > 0 ? "\n" + output : "")}", script);
            if (output.Length > 0)
                said($"{settings.Command}: {output}");
        }
    }

    private static IEnumerable<string> Arguments(PostWriteSettings settings, string script)
        => settings.Arguments.Any(a => a.Contains(PostWriteSettings.FileToken))
            ? settings.Arguments.Select(a => a.Replace(PostWriteSettings.FileToken, script))
            : settings.Arguments.Prepend(script);

    private static string Find(PostWriteSettings settings)
    {
        if (!Directory.Exists(settings.WorkingDirectory))
            throw Failed(settings, $"is to run in {settings.WorkingDirectory}, and there is no such folder");
        var program = ProgramFinder.Find(settings.Command) ?? throw Failed(settings, "is no program that can be found");
        return BatchExtensions.Contains(Path.GetExtension(program), StringComparer.OrdinalIgnoreCase)
            ? throw Failed(settings, $"is the batch file {program}, of which a shell would read the arguments; name the program that it runs")
            : program;
    }

    private static DbMigrateException Failed(PostWriteSettings settings, string what)
        => ErrorCatalogue.PostWriteFailed.Error($"'{settings.Command}' of {settings.Place} {what}. Nothing was written.", settings.Command);
}
