using System;
using System.Collections.Concurrent;
using System.IO;
using System.Linq;
using System.Runtime.Loader;
using System.Text.Json;
using DbMigrate.Protocol;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DbMigrate.Engine.Tests.Apply;

/// <summary>Stands for the worker: says what it was started for and compiles scripts.</summary>
internal sealed class RoslynHost(string cacheFolder, string targetAssembly)
{
    private static readonly MetadataReference[] References
        = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p))];

    private static readonly ConcurrentDictionary<string, string> Loaded = new();

    public int Compilations { get; private set; }

    /// <summary>Names of what the engine asked for, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    public string Ask(string name, string request)
    {
        Asked.Enqueue(name);
        return Answer(name, request);
    }

    private string Answer(string name, string request) => name switch
    {
        HostMethods.Target => JsonSerializer.Serialize(new LoadRequest { Assembly = targetAssembly, CacheDirectory = cacheFolder }),
        HostMethods.Compile => JsonSerializer.Serialize(Compile(JsonSerializer.Deserialize<CompileRequest>(request)!)),
        HostMethods.WarmUp or HostMethods.Secret or HostMethods.SecretsKnown => "{}",
        _ => throw new ArgumentException(name),
    };

    // One assembly a script, named by its hash: a second process finds what the first compiled.
    private CompileResult Compile(CompileRequest request)
    {
        var errors = request.Scripts.Where(s => !File.Exists(PathOf(s))).SelectMany(Compile).ToArray();
        return errors.Length > 0 ? new CompileResult { Errors = errors } : new CompileResult { Assemblies = [.. request.Scripts.Select(Load)] };
    }

    private CompileError[] Compile(ScriptSource script)
    {
        Compilations++;
        var compilation = CSharpCompilation.Create(
            "script_" + script.Hash, [CSharpSyntaxTree.ParseText(script.Text, path: script.Path)], References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        if (!result.Success)
            return [.. result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(Error)];
        File.WriteAllBytes(PathOf(script), stream.ToArray());
        return [];
    }

    private string Load(ScriptSource script) => Loaded.GetOrAdd("script_" + script.Hash, name =>
    {
        AssemblyLoadContext.Default.LoadFromStream(new MemoryStream(File.ReadAllBytes(PathOf(script))));
        return name;
    });

    private string PathOf(ScriptSource script) => Path.Combine(cacheFolder, script.Hash + ".dll");

    private static CompileError Error(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        return new CompileError
        {
            Path = place.Path,
            Line = place.StartLinePosition.Line + 1,
            Column = place.StartLinePosition.Character + 1,
            Code = diagnostic.Id,
            Message = diagnostic.GetMessage(),
        };
    }
}
