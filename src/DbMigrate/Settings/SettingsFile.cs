using System;
using System.IO;
using System.Management.Automation.Language;
using DbMigrate.Revisions.Errors;
using DbMigrate.Revisions.Settings;

namespace DbMigrate.Settings;

/// <summary>Reads <c>dbmigrate.psd1</c> with PowerShell's own parser: pure data, nothing in it is ever run.</summary>
internal static class SettingsFile
{
    public const string Name = "dbmigrate.psd1";

    /// <param name="root">Full path of the folder that holds the file.</param>
    public static MigrationSettings Read(string root)
    {
        var path = Path.Combine(root, Name);
        var script = Parser.ParseInput(ReadText(path), path, out _, out var errors);
        if (errors.Length > 0)
            throw Invalid(path, errors[0].Extent.StartLineNumber, $"cannot be parsed: {errors[0].Message}");

        var table = Table(script) ?? throw Invalid(path, script.Extent.StartLineNumber, "must hold one hashtable, @{ … }, and nothing else");
        return new SettingsReader(root, path, table).Read();
    }

    public static DbMigrateException Invalid(string path, int line, string what)
        => ErrorCatalogue.SettingsInvalid.Error($"The settings file {path}, line {line}, {what}.", path);

    public static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ErrorCatalogue.SettingsInvalid.Error(
                $"The settings file {path} cannot be read: {e.Message}", path, "Allow reading the file, or name another folder with -Path.", e);
        }
    }

    private static HashtableAst? Table(ScriptBlockAst script)
    {
        if (script.ParamBlock is not null || script.BeginBlock is not null || script.ProcessBlock is not null || script.EndBlock is null)
            return null;

        return script.EndBlock.Statements is [PipelineAst { PipelineElements: [CommandExpressionAst { Redirections.Count: 0, Expression: HashtableAst table }] }]
            ? table
            : null;
    }
}
