using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Hooks;

/// <summary>
/// Runs <c>env.ps1</c> as a file, so that the execution policy holds, in a module scope of its own: what it defines stays
/// there, its hooks see it, and the user's session does not.
/// </summary>
internal sealed class HookFile(PSCmdlet command, string root)
{
    public const string Name = "env.ps1";

    // Dot-sourced, or the functions of the file would be gone before its hooks run.
    private static readonly ScriptBlock DotSource = ScriptBlock.Create(". $args[0]");

    private readonly string _path = Path.Combine(root, Name);

    /// <summary>
    /// Whether there is anything to run. What Initialize-DbMigration writes is an empty hashtable with comments: where the
    /// execution policy allows no scripts, a folder that uses no hooks works all the same.
    /// </summary>
    public bool HasContent => File.Exists(_path) && !IsEmptyTable();

    /// <summary>The hooks by name.</summary>
    /// <param name="variables">What the file and its hooks find as variables.</param>
    /// <exception cref="DbMigrateException"><c>HookFailed</c>, <c>HooksInvalid</c>.</exception>
    public IReadOnlyDictionary<string, Hook> Run(IReadOnlyDictionary<string, object?> variables)
    {
        var module = new PSModuleInfo(true);
        foreach (var variable in variables.Concat(StreamPreferences.Of(command)))
            module.SessionState.PSVariable.Set(variable.Key, variable.Value);

        using (RunningHook.Enter(Runspace.DefaultRunspace, Name))
            return Read(HookCall.Guard(Name, _path, 0, () => Invoke(module)));
    }

    private bool IsEmptyTable()
        => Parser.ParseFile(_path, out _, out var errors) is { ParamBlock: null, BeginBlock: null, ProcessBlock: null, EndBlock.Statements: [PipelineAst { PipelineElements: [CommandExpressionAst { Redirections.Count: 0, Expression: HashtableAst { KeyValuePairs.Count: 0 } }] }] }
            && errors.Length == 0;

    private IReadOnlyList<PSObject> Invoke(PSModuleInfo module)
    {
        // A folder with brackets in its name is found too, unless another one fits them as wildcards.
        var file = command.InvokeCommand.GetCommand(_path, CommandTypes.ExternalScript);
        if ((file as ExternalScriptInfo)?.Path != _path)
            throw HookErrors.Invalid($"PowerShell finds {(file is null ? "nothing" : file.Definition)} instead of {_path}", _path);
        return command.InvokeCommand.InvokeScript(module.SessionState, DotSource, file);
    }

    private IReadOnlyDictionary<string, Hook> Read(IReadOnlyList<PSObject> output)
    {
        if (output.Count != 1 || output[0]?.BaseObject is not IDictionary table)
        {
            var what = output.Count switch { 0 => "nothing", 1 => $"one {output[0]?.BaseObject.GetType().Name ?? "null"}", var count => $"{count} objects" };
            throw HookErrors.Invalid($"{_path} returns {what}; it must return one hashtable with its hooks, or @{{ }} for none", _path);
        }

        var hooks = new Dictionary<string, Hook>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in table)
        {
            var name = HookNames.All.FirstOrDefault(n => n.Equals(entry.Key as string, StringComparison.OrdinalIgnoreCase))
                ?? throw HookErrors.Invalid($"{_path} returns the unknown key '{entry.Key}'; known are {string.Join(", ", HookNames.All)}", _path);
            var block = ((entry.Value as PSObject)?.BaseObject ?? entry.Value) as ScriptBlock
                ?? throw HookErrors.Invalid($"{_path} returns no script block for the key {name}, but {Describe(entry.Value)}", _path);
            hooks[name] = new Hook(name, block, _path);
        }

        return hooks;
    }

    private static string Describe(object? value) => value is null ? "nothing" : $"a {((value as PSObject)?.BaseObject ?? value).GetType().Name}";
}
