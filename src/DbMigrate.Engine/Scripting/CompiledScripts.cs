using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using DbMigrate.Engine.Requests;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;
using DbMigrate.Revisions.Scripts;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DbMigrate.Engine.Scripting;

/// <summary>The code behind revision scripts, compiled by the worker, loaded once and kept.</summary>
internal sealed class CompiledScripts
{
    private readonly object _gate = new();
    private readonly ConcurrentDictionary<string, Type> _types = new(StringComparer.Ordinal);

    /// <summary>The code of the scripts, in their order, as one database sees it.</summary>
    /// <param name="scripts">The scripts.</param>
    /// <param name="methodSuffix">What follows <c>Up</c> and <c>Down</c> in the names of the database's methods.</param>
    /// <param name="scope">The request.</param>
    /// <exception cref="DbMigrateException"><c>ScriptInvalid</c>.</exception>
    public IReadOnlyList<RevisionCode> Load(IReadOnlyList<RevisionScript> scripts, string methodSuffix, RequestScope scope)
    {
        lock (_gate)
        {
            var missing = scripts.Where(s => !_types.ContainsKey(Key(s))).ToList();
            if (missing.Count > 0)
                Compile(missing, scope);
        }
        return [.. scripts.Select(s => new RevisionCode(s, _types[Key(s)], methodSuffix))];
    }

    private void Compile(List<RevisionScript> scripts, RequestScope scope)
    {
        var result = scope.Compile(new CompileRequest
        {
            Scripts = [.. scripts.Select(s => new ScriptSource { Path = s.Path, Text = s.Text, Hash = s.Hash })],
        });
        if (result.Errors.Length > 0)
            throw Invalid(result.Errors);
        foreach (var (script, assembly) in scripts.Zip(result.Assemblies))
            _types[Key(script)] = Find(script, Assembly.Load(new AssemblyName(assembly)));
    }

    private static Type Find(RevisionScript script, Assembly assembly)
    {
        var id = script.Header.Id;
        var found = assembly.GetTypes().Where(t => !t.IsAbstract && typeof(Migration).IsAssignableFrom(t) && Carries(t.Namespace, id)).ToList();
        return found.Count == 1
            ? found[0]
            : throw ErrorCatalogue.ScriptInvalid.Error(
                found.Count == 0
                    ? $"The script {script.Path} has no class that derives from Migration in a namespace that ends in .R_{id}."
                    : $"The script {script.Path} has several classes that derive from Migration: {string.Join(", ", found.Select(t => t.Name))}.",
                script.Path,
                found.Count == 0 ? "Bring back the namespace that the script was generated with." : "Keep one of them.");
    }

    // As the writer of scripts names it; several scripts may be in one assembly.
    private static bool Carries(string? name, string id) => string.Equals(name?[(name.LastIndexOf('.') + 1)..], "R_" + id, StringComparison.OrdinalIgnoreCase);

    private static DbMigrateException Invalid(CompileError[] errors)
        => ErrorCatalogue.ScriptInvalid.Error(
            $"{(errors.Select(e => e.Path).Distinct().Count() == 1 ? "The script" : "Scripts")} cannot be compiled:\n"
                + string.Join("\n", errors.Select(e => FormattableString.Invariant($"{e.Path}({e.Line},{e.Column}): {e.Code}: {e.Message}"))),
            errors[0].Path);

    private static string Key(RevisionScript script) => script.Header.Id + " " + script.Hash;
}
