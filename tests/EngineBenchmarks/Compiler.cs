using System;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EngineBenchmarks;

/// <summary>Compiles code as the worker compiles scripts, and loads it.</summary>
internal static class Compiler
{
    private static readonly CSharpCompilationOptions Options = new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, generalDiagnosticOption: ReportDiagnostic.Suppress);

    // All that this program runs on, EF Core and both providers among it.
    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p))];

    /// <param name="name">The assembly's name.</param>
    /// <param name="code">The code.</param>
    public static Assembly Load(string name, string code)
    {
        using var stream = new MemoryStream();
        var result = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(code)], References, Options).Emit(stream);
        return result.Success ? Assembly.Load(stream.ToArray()) : throw new InvalidOperationException(string.Join("\n", result.Diagnostics.Take(5)));
    }
}
