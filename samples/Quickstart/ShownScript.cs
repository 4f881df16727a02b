using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace Quickstart;

/// <summary>Runs a script one statement at a time and prints each before it runs, with the comments above it.</summary>
internal static class ShownScript
{
    /// <summary>Runs to the end, or to the first error, which it prints.</summary>
    /// <returns>Whether the end was reached.</returns>
    public static bool Run(Runspace runspace, string path)
    {
        var text = File.ReadAllText(path);
        var ast = Parser.ParseInput(text, path, out _, out var errors);
        if (errors.Length > 0)
            throw new ParseException(errors);

        var shown = 0;
        foreach (var statement in ast.EndBlock.Statements)
        {
            Show(text[shown..statement.Extent.StartOffset], statement.Extent.Text);
            shown = statement.Extent.EndOffset;
            if (!RunStatement(runspace, statement.Extent.Text, path))
                return false;
        }

        return true;
    }

    private static bool RunStatement(Runspace runspace, string statement, string path)
    {
        // Parsed under the script's path, so that $PSScriptRoot is what it is in a file; dot-sourced, so that
        // variables and functions stay.
        var block = Parser.ParseInput(statement, path, out _, out _).GetScriptBlock();
        using var shell = PowerShell.Create(runspace);
        shell.AddScript(". $args[0]").AddArgument(block).AddCommand("Out-Default");
        shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        try
        {
            shell.Invoke();
            return true;
        }
        catch (RuntimeException failure)
        {
            Console.Error.WriteLine($"{failure.ErrorRecord.FullyQualifiedErrorId}: {failure.Message}");
            return false;
        }
    }

    private static void Show(string between, string statement)
    {
        var comments = between.Split('\n').Select(l => l.TrimEnd()).Where(l => l.StartsWith('#')).ToArray();
        if (comments.Length > 0)
            Console.WriteLine();
        foreach (var line in comments)
            ConsoleHost.WriteColored(ConsoleColor.Green, line);
        var prompt = "PS> ";
        foreach (var line in statement.Split('\n'))
        {
            ConsoleHost.WriteColored(ConsoleColor.Cyan, prompt + line.TrimEnd());
            prompt = ">>  ";
        }
    }
}
