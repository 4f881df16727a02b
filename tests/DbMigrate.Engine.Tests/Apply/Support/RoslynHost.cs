using System;
using System.Collections.Concurrent;
using System.IO;
using System.Linq;
using System.Text.Json;
using DbMigrate.Protocol;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DbMigrate.Engine.Tests.Apply;

/// <summary>Stands for the worker: says what it was started for and compiles scripts.</summary>
internal sealed class RoslynHost(string cacheFolder, string targetAssembly)
{
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p)),
    ];

    private readonly ConcurrentDictionary<string, string> _compiled = new();

    public int Compilations { get; private set; }

    public string Ask(string name, string request) => name switch
    {
        HostMethods.Target => JsonSerializer.Serialize(new LoadRequest { Assembly = targetAssembly, CacheDirectory = cacheFolder }),
        HostMethods.Compile => JsonSerializer.Serialize(Compile(JsonSerializer.Deserialize<CompileRequest>(request)!)),
        _ => throw new ArgumentException(name),
    };

    private CompileResult Compile(CompileRequest request)
    {
        var missing = request.Scripts.Where(s => !_compiled.ContainsKey(s.Hash)).ToList();
        if (missing.Count > 0)
        {
            Compilations++;
            var name = "scripts_" + Guid.NewGuid().ToString("N");
            var path = Path.Combine(cacheFolder, name + ".dll");
            var compilation = CSharpCompilation.Create(
                name, missing.Select(s => CSharpSyntaxTree.ParseText(s.Text, path: s.Path)), References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
            using var stream = new MemoryStream();
            var result = compilation.Emit(stream);
            if (!result.Success)
                return new CompileResult { Errors = [.. result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(Error)] };
            File.WriteAllBytes(path, stream.ToArray());
            foreach (var script in missing)
                _compiled[script.Hash] = path;
        }
        return new CompileResult { Assemblies = [.. request.Scripts.Select(s => _compiled[s.Hash])] };
    }

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
