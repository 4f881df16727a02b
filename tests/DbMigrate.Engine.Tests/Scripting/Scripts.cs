using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Scripting;
using DbMigrate.Engine.Scripting.Templates;
using DbMigrate.Revisions.Scripts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Xunit;

namespace DbMigrate.Engine.Tests.Scripting;

/// <summary>Writes scripts, compiles them as the worker does, and runs what comes out.</summary>
internal static class Scripts
{
    public static readonly ProviderTraits Traits = new()
    {
        ProviderName = "Microsoft.EntityFrameworkCore.Sqlite",
        HasSchemas = true,
        HasSequences = true,
        Literal = (value, _) => value.ToString()!,
        ClrType = store => store == "INTEGER" ? typeof(long) : null,
    };

    // The oldest language that a user's project may have.
    private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p)),
    ];

    public static RevisionHeader Header(string id = "f1c9a7b20de3", string message = "add email") => new()
    {
        Id = id,
        Message = message,
        Created = new DateTimeOffset(2026, 11, 22, 14, 3, 0, TimeSpan.Zero),
        EfCore = "10.0.15",
        Provider = "Microsoft.EntityFrameworkCore.Sqlite 10.0.15",
    };

    public static string Write(IReadOnlyList<MigrationOperation> up, IReadOnlyList<MigrationOperation>? down = null, RevisionHeader? header = null)
        => new ScriptWriter(ScriptTemplate.Default).Write(header ?? Header(), [new MethodPair("", Traits, up, down ?? []) { Losses = header?.Destructive ?? [] }]);

    /// <summary>The body of <c>Up</c> that an operation becomes, without its indentation.</summary>
    public static string Body(params MigrationOperation[] operations)
    {
        var lines = Write(operations).Split('\n').SkipWhile(l => !l.Contains("void Up(", StringComparison.Ordinal)).Skip(2).TakeWhile(l => l != "    }");
        return string.Join('\n', lines.Select(l => l.Length == 0 ? l : l[8..]));
    }

    /// <summary>Compiles scripts together and creates the migration of each, in the order of their ids.</summary>
    public static IReadOnlyList<Migration> Compile(params string[] scripts)
    {
        var compilation = CSharpCompilation.Create(
            "Scripts" + Guid.NewGuid().ToString("N"),
            scripts.Select(s => CSharpSyntaxTree.ParseText(s, Language)),
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        var problems = result.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning).Take(5).ToArray();
        Assert.True(problems.Length == 0, string.Join('\n', problems.Select(p => p + "\n" + p.Location.SourceTree)));

        return
        [
            .. Assembly.Load(image.ToArray()).GetTypes().Where(t => t.IsSubclassOf(typeof(Migration)))
                .OrderBy(t => t.Namespace, StringComparer.Ordinal).Select(t => (Migration)Activator.CreateInstance(t)!),
        ];
    }
}
