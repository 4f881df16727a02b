using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using DbMigrate.Completion;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Commands;

/// <summary>Writes the SQL that leads from one revision to another, without a database.</summary>
[Cmdlet(VerbsData.Export, "DbMigrationScript", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(string))]
public sealed class ExportDbMigrationScriptCommand : ProviderCommand
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Where the script starts and where it ends; the newer first for undoing.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(RangeCompleter))]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string?[]? Range { get; set; } = ["base:heads"];

    /// <summary>Leaves out what is applied already, when the script runs.</summary>
    [Parameter]
    public SwitchParameter Idempotent { get; set; }

    /// <summary>The file to write instead of returning the script.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutFile { get; set; }

    /// <summary>Overwrites the file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void End()
    {
        var file = OutFile is null ? null : FullPath(OutFile);
        if (file is not null && File.Exists(file) && !Force)
            throw Exists(file);

        var range = RevisionArgument.Check(Range, nameof(Range));
        var result = Call<SqlResult>(Methods.Script, new ScriptRequest
        {
            Folder = FolderMessage(),
            Database = DatabaseMessage(),
            Range = [.. range],
            Idempotent = Idempotent,
        });
        var script = Text(string.Join(",", range), result);
        if (file is null)
            WriteObject(script);
        else if (new Confirmation(this, ConfirmImpact.Medium).Ask($"Write the script of {Count(result)} to {file}", $"Write the script of {Count(result)} to {file}?", out _))
            Write(file, script);
    }

    private static string Text(string range, SqlResult result)
        => string.Join("\n", result.Steps.Select(s => s.Sql).Prepend($"{result.FirstLines}-- {range}: {Count(result)}\n"));

    private static string Count(SqlResult result) => result.Steps.Length == 1 ? "1 revision" : $"{result.Steps.Length} revisions";

    private void Write(string file, string text)
    {
        try
        {
            using var stream = new FileStream(file, Force ? FileMode.Create : FileMode.CreateNew, FileAccess.Write);
            var bytes = Utf8.GetBytes(text);
            stream.Write(bytes, 0, bytes.Length);
        }
        catch (IOException) when (!Force && File.Exists(file))
        {
            throw Exists(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ErrorCatalogue.PathInvalid.Error($"The file {file} cannot be written: {e.Message}", file, "Choose a file in a folder that exists and that you may write to.", e);
        }
    }

    private static DbMigrateException Exists(string file)
        => ErrorCatalogue.ScriptExists.Error($"The file {file} exists already.", file, "Pass -Force to overwrite it, or choose another file.");
}
