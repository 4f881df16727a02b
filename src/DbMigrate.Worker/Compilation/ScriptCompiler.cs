using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using DbMigrate.Protocol;
using DbMigrate.Worker.Loading;

namespace DbMigrate.Worker.Compilation;

/// <summary>Compiled scripts: from the cache where they are in it, else from the compiler, which is loaded only then.</summary>
internal sealed class ScriptCompiler
{
    /// <summary>How often the sample is compiled at most while nobody waits: the compiler's own code is fast by then.</summary>
    private const int Rounds = 100;

    private readonly TargetLoadContext _context;
    private readonly ScriptCache _cache;
    private readonly object _compiling = new();
    private object? _compiler;
    private volatile bool _isWaitedFor;

    public ScriptCompiler(TargetLoadContext context, string cacheDirectory, Version efCoreVersion)
    {
        _context = context;
        _cache = new ScriptCache(cacheDirectory, efCoreVersion);
    }

    /// <summary>Whether the compiler had to be loaded so far.</summary>
    public bool IsCompilerLoaded => _compiler is not null;

    public CompileResult Compile(CompileRequest request)
    {
        var found = new Dictionary<string, string>();
        var missing = FindCached(request.Scripts, found);
        if (missing.Length > 0)
        {
            _isWaitedFor = true;
            lock (_compiling)
            {
                // Somebody else may have compiled them in the meantime.
                missing = FindCached(missing, found);
                if (missing.Length > 0 && CompileMissing(missing, found) is { Length: > 0 } errors)
                {
                    return new CompileResult { Errors = errors };
                }
            }
        }

        return new CompileResult { Assemblies = [.. request.Scripts.Select(s => found[s.Hash])] };
    }

    /// <summary>Loads the compiler beside what else the worker does, unless the cache has all of the scripts; of none, one is about to be written.</summary>
    public void WarmUpFor(CompileRequest request)
    {
        if (request.Scripts.Length == 0 || request.Scripts.Any(s => _cache.Find(s.Hash) is null))
        {
            WarmUp();
        }
    }

    private void WarmUp() => _ = Task.Run(() =>
    {
        lock (_compiling)
        {
            // A large model is built on one processor alone for seconds; what it leads to is compiled sooner then.
            var rounds = IsCompilerLoaded ? 0 : Environment.ProcessorCount > 1 ? Rounds : 1;
            for (var round = 0; round < rounds && (round == 0 || !_isWaitedFor); round++)
            {
                CompileSample();
            }
        }
    });

    /// <summary>Puts what the cache has into <paramref name="found"/> and returns the others, each once.</summary>
    private ScriptSource[] FindCached(IEnumerable<ScriptSource> scripts, Dictionary<string, string> found)
    {
        var missing = new List<ScriptSource>();
        foreach (var script in scripts.DistinctBy(s => s.Hash))
        {
            if (_cache.Find(script.Hash) is { } assembly)
            {
                found[script.Hash] = assembly;
            }
            else
            {
                missing.Add(script);
            }
        }

        return [.. missing];
    }

    /// <summary>Not inlined: the caller must run without the compiler's assemblies being loaded.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private CompileError[] CompileMissing(ScriptSource[] scripts, Dictionary<string, string> found)
    {
        var compiler = GetCompiler();
        var errors = CompileTogether(compiler, scripts, found);
        if (errors.Length == 0 || scripts.Length == 1)
        {
            return errors;
        }

        // Scripts that are fine alone, two with the same class names for example, must not fail together.
        return [.. scripts.SelectMany(s => CompileTogether(compiler, [s], found))];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CompileSample() => _ = GetCompiler().Compile([new ScriptSource { Text = RoslynCompiler.Sample, Hash = "sample" }]);

    private RoslynCompiler GetCompiler() => (RoslynCompiler)(_compiler ??= new RoslynCompiler(new ScriptReferences(_context)));

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
