using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using DbMigrate.Protocol;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace DbMigrate.Worker.Compilation;

/// <summary>The only class that touches the C# compiler.</summary>
internal sealed class RoslynCompiler(ScriptReferences references)
{
    /// <summary>What is typical of scripts, to make the compiler ready with.</summary>
    public const string Sample = """
        using Microsoft.EntityFrameworkCore.Migrations;
        namespace Sample;
        public partial class Sample : Migration
        {
            protected override void Up(MigrationBuilder migrationBuilder)
            {
                migrationBuilder.CreateTable(
                    name: "t",
                    columns: table => new
                    {
                        id = table.Column<int>(type: "INTEGER", nullable: false).Annotation("a", true),
                        name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                        at = table.Column<System.DateTime>(type: "TEXT", nullable: true),
                        parent = table.Column<int>(type: "INTEGER", nullable: true),
                    },
                    constraints: table =>
                    {
                        table.PrimaryKey("pk", x => x.id);
                        table.ForeignKey(
                            name: "fk",
                            column: x => x.parent,
                            principalTable: "t",
                            principalColumn: "id",
                            onDelete: ReferentialAction.Cascade);
                    });
                migrationBuilder.CreateIndex(
                    name: "i",
                    table: "t",
                    columns: new[] { "name", "at" },
                    unique: true);
            }

            protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable(name: "t");
        }
        """;

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp12, DocumentationMode.None);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        generalDiagnosticOption: ReportDiagnostic.Suppress,
        deterministic: true,
        nullableContextOptions: NullableContextOptions.Disable);

    /// <summary>Lines of scripts show up in stack traces.</summary>
    private static readonly EmitOptions EmitOptions = new(debugInformationFormat: DebugInformationFormat.Embedded);

    /// <summary>Compiles scripts into one assembly; with errors the assembly is empty.</summary>
    public (byte[] Assembly, CompileError[] Errors) Compile(IReadOnlyList<ScriptSource> scripts)
    {
        var trees = scripts.AsParallel().AsOrdered()
            .Select(s => CSharpSyntaxTree.ParseText(SourceText.From(s.Text, Encoding.UTF8), ParseOptions, s.Path)).ToArray();
        var parts = trees.AsParallel().AsOrdered().Select(LongMethods.Split).ToArray();
        var result = Emit(scripts, parts, references.Few, out var assembly);

        // What a part of a method cannot reach, the whole one may; and errors are those of the script as it is.
        if (!result.Success && !parts.SequenceEqual(trees))
        {
            result = Emit(scripts, trees, references.Few, out assembly);
        }

        // A name that is missing among the usual references may be in any other.
        if (!result.Success)
        {
            result = Emit(scripts, trees, references.All, out assembly);
        }

        return result.Success ? (assembly, []) : ([], [.. result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(ToError)]);
    }

    private static EmitResult Emit(IReadOnlyList<ScriptSource> scripts, SyntaxTree[] trees, IReadOnlyList<MetadataReference> references, out byte[] assembly)
    {
        // The name must not repeat within a load context, and the same scripts must give the same bytes.
        var name = "DbMigrate.Scripts." + (scripts.Count == 1 ? scripts[0].Hash : CombinedHash(scripts));
        using var stream = new MemoryStream();
        var result = CSharpCompilation.Create(name, trees, references, Options).Emit(stream, options: EmitOptions);
        assembly = stream.ToArray();
        return result;
    }

    private static string CombinedHash(IEnumerable<ScriptSource> scripts)
        => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(scripts.Select(s => s.Hash))))).ToLowerInvariant();

    private static CompileError ToError(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        return new CompileError
        {
            Path = place.Path,
            Line = place.StartLinePosition.Line + 1,
            Column = place.StartLinePosition.Character + 1,
            Code = diagnostic.Id,
            Message = diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
        };
    }
}
