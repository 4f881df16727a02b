using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using DbMigrate.Protocol;
using DbMigrate.Worker.Loading;

namespace DbMigrate.Worker.Compilation;

/// <summary>Compiled scripts: from the cache where they are in it, else from the compiler, which is loaded only then.</summary>
internal sealed class ScriptCompiler
{
    private readonly TargetLoadContext _context;
    private readonly ScriptCache _cache;
    private readonly object _gate = new();
    private object? _compiler;

    public ScriptCompiler(TargetLoadContext context, string cacheDirectory, Version efCoreVersion)
    {
        _context = context;
        _cache = new ScriptCache(cacheDirectory, efCoreVersion);
    }

    /// <summary>Whether the compiler had to be loaded so far.</summary>
    public bool IsCompilerLoaded => _compiler is not null;

    public CompileResult Compile(CompileRequest request)
    {
        lock (_gate)
        {
            var found = request.Scripts.Select(s => s.Hash).Distinct().Select(h => (Hash: h, Assembly: _cache.Find(h)))
                .Where(f => f.Assembly is not null).ToDictionary(f => f.Hash, f => f.Assembly!);
            var missing = request.Scripts.Where(s => !found.ContainsKey(s.Hash)).DistinctBy(s => s.Hash).ToArray();
            if (missing.Length > 0 && CompileMissing(missing, found) is { Length: > 0 } errors)
            {
                return new CompileResult { Errors = errors };
            }

            return new CompileResult { Assemblies = [.. request.Scripts.Select(s => found[s.Hash])] };
        }
    }

    /// <summary>Not inlined: the caller must run without the compiler's assemblies being loaded.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private CompileError[] CompileMissing(ScriptSource[] scripts, Dictionary<string, string> found)
    {
        var compiler = (RoslynCompiler)(_compiler ??= new RoslynCompiler(new ScriptReferences(_context)));
        var errors = CompileTogether(compiler, scripts, found);
        if (errors.Length == 0 || scripts.Length == 1)
        {
            return errors;
        }

        // Scripts that are fine alone, two with the same class names for example, must not fail together.
        return [.. scripts.SelectMany(s => CompileTogether(compiler, [s], found))];
    }

    private CompileError[] CompileTogether(RoslynCompiler compiler, ScriptSource[] scripts, Dictionary<string, string> found)
    {
        var (assembly, errors) = compiler.Compile(scripts);
        if (errors.Length == 0)
        {
            var path = _cache.Add(assembly, scripts.Select(s => s.Hash));
            foreach (var script in scripts)
            {
                found[script.Hash] = path;
            }
        }

        return errors;
    }
}
