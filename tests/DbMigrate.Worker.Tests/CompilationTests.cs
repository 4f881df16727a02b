using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using DbMigrate.Protocol;
using DbMigrate.Tests.Fixtures;
using DbMigrate.Tests.Shared;
using DbMigrate.Worker.Compilation;
using DbMigrate.Worker.Loading;
using Xunit;

namespace DbMigrate.Worker.Tests;

/// <summary>Scripts become assemblies once.</summary>
public sealed class CompilationTests : IDisposable
{
    private static readonly Version EfCore = new(10, 0, 15);

    private readonly string _cache = Directory.CreateTempSubdirectory("compile-test-").FullName;

    public void Dispose() => Directory.Delete(_cache, recursive: true);

    [Fact]
    public void A_script_is_compiled_once_and_then_taken_from_the_cache_without_the_compiler()
    {
        var script = Migration("a1");
        var first = Compiler();
        var compiled = first.Compile(Request(script));
        var second = Compiler();

        var cached = second.Compile(Request(script));

        Assert.True(first.IsCompilerLoaded);
        Assert.False(second.IsCompilerLoaded);
        Assert.Equal(compiled.Assemblies, cached.Assemblies);
        Assert.Contains(TypesIn(cached.Assemblies.Single()), t => t == "Script_a1.Revision");
    }

    [Fact]
    public async Task A_worker_that_finds_all_in_the_cache_never_loads_the_compiler()
    {
        Skip.If(!OperatingSystem.IsLinux(), "mapped files are read from /proc");
        var request = Request(Migration("a1"));
        await using var worker = TestWorker.Start();
        var load = worker.LoadRequestFor(Paths.ConsoleTarget);
        load.CacheDirectory = _cache;
        Assert.Equal("result", (await worker.Ask("load", load)).Kind);
        var efCore = AssemblyName.GetAssemblyName(Path.Combine(Path.GetDirectoryName(Paths.ConsoleTarget)!, "Microsoft.EntityFrameworkCore.Relational.dll")).Version!;
        _ = Compiler(efCore).Compile(request);

        var result = JsonSerializer.Deserialize<CompileResult>((await worker.Ask("compile", request)).Body)!;

        Assert.Single(result.Assemblies);
        Assert.DoesNotContain("Microsoft.CodeAnalysis", await File.ReadAllTextAsync($"/proc/{worker.Process.Id}/maps", TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_script_of_the_cache_is_found_while_the_compiler_is_made_ready()
    {
        var script = Migration("a1");
        _ = Compiler().Compile(Request(script));
        var compiler = Compiler();

        compiler.WarmUpFor(new CompileRequest());

        Assert.Single(compiler.Compile(Request(script)).Assemblies);
        Assert.Single(compiler.Compile(Request(Migration("b2"))).Assemblies);
    }

    [Fact]
    public void The_sample_that_makes_the_compiler_ready_compiles()
        => Assert.Empty(Compiler().Compile(Request(Script("/x/sample.cs", RoslynCompiler.Sample))).Errors);

    [Fact]
    public void New_scripts_share_an_assembly_and_results_come_in_the_order_asked_for()
    {
        var compiler = Compiler();
        var old = compiler.Compile(Request(Migration("a1"))).Assemblies.Single();

        var result = compiler.Compile(Request(Migration("b2"), Migration("a1"), Migration("c3")));

        Assert.Equal(old, result.Assemblies[1]);
        Assert.Equal(result.Assemblies[0], result.Assemblies[2]);
        Assert.NotEqual(old, result.Assemblies[0]);
    }

    [Fact]
    public void An_error_names_script_line_column_code_and_message_and_scripts_without_errors_are_not_named()
    {
        var broken = Script("/x/broken.cs", "namespace N\n{\n    class C { int x = 1 }\n}");

        var result = Compiler().Compile(Request(Migration("a1"), broken));

        var error = Assert.Single(result.Errors);
        Assert.Equal(("/x/broken.cs", 3, 25, "CS1002", "; expected"), (error.Path, error.Line, error.Column, error.Code, error.Message));
        Assert.Empty(result.Assemblies);
    }

    [Fact]
    public void Scripts_with_the_same_class_compile_side_by_side()
    {
        var one = Script("/x/one.cs", "namespace N { public class C; }");
        var two = Script("/x/two.cs", "namespace N { public class C; public class D; }");

        var result = Compiler().Compile(Request(one, two));

        Assert.Empty(result.Errors);
        Assert.NotEqual(result.Assemblies[0], result.Assemblies[1]);
    }

    [Fact]
    public void The_same_script_twice_in_a_request_is_compiled_once()
        => Assert.Equal(2, Compiler().Compile(Request(Migration("a1"), Migration("a1"))).Assemblies.Length);

    [Fact]
    public void A_script_may_use_any_part_of_the_frameworks_and_what_lies_beside_the_target()
    {
        var script = Script("/x/wide.cs", "class Wide { object a = System.Text.Json.JsonDocument.Parse(\"{}\"); System.Xml.Linq.XElement b; Microsoft.Data.Sqlite.SqliteConnection c; ConsoleTarget.Customer d; }");

        Assert.Empty(Compiler().Compile(Request(script)).Errors);
    }

    [Fact]
    public void Nothing_newer_than_CSharp_12_compiles()
        => Assert.NotEmpty(Compiler().Compile(Request(Script("/x/new.cs", "class C { string s = \"\\e\"; }"))).Errors);

    [Theory]
    [InlineData("*.dll")]
    [InlineData("*.entry")]
    public void A_damaged_entry_of_the_cache_is_as_good_as_none(string damaged)
    {
        var script = Migration("a1");
        _ = Compiler().Compile(Request(script));
        foreach (var file in Directory.GetFiles(_cache, damaged, SearchOption.AllDirectories))
        {
            File.WriteAllText(file, "damaged");
        }

        var result = Compiler().Compile(Request(script));

        Assert.Contains(TypesIn(result.Assemblies.Single()), t => t == "Script_a1.Revision");
        Assert.False(NewCompilerNeeded(script));
    }

    [Fact]
    public void Another_EF_Core_compiles_anew()
    {
        var script = Migration("a1");
        _ = Compiler().Compile(Request(script));
        var other = Compiler(new Version(9, 0, 1));

        _ = other.Compile(Request(script));

        Assert.True(other.IsCompilerLoaded);
    }

    [Fact]
    public async Task Many_workers_may_fill_the_cache_at_once()
    {
        var scripts = Enumerable.Range(0, 20).Select(i => Migration("r" + i)).ToArray();

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Compiler().Compile(Request(scripts)))));

        Assert.All(results, r => Assert.Equal(scripts.Length, r.Assemblies.Length));
        Assert.DoesNotContain(scripts, NewCompilerNeeded);
        Assert.DoesNotContain(Directory.GetFiles(_cache, "*", SearchOption.AllDirectories), f => Path.GetExtension(f) is not (".dll" or ".entry"));
    }

    [Fact]
    public void A_stack_trace_names_the_line_of_a_script()
    {
        var script = Script("/x/throws.cs", "public static class Throws\n{\n    public static void Run() =>\n        throw new System.Exception();\n}");
        var context = new AssemblyLoadContext("test", isCollectible: true);
        var run = context.LoadFromAssemblyPath(Compiler().Compile(Request(script)).Assemblies.Single()).GetType("Throws")!.GetMethod("Run")!;

        var exception = Assert.Throws<TargetInvocationException>(() => run.Invoke(null, null)).InnerException!;

        var frame = new System.Diagnostics.StackTrace(exception, fNeedFileInfo: true).GetFrame(0)!;
        Assert.Equal(("/x/throws.cs", 4), (frame.GetFileName(), frame.GetFileLineNumber()));
        context.Unload();
    }

    private static ScriptSource Migration(string id) => Script($"/x/{id}.cs", $$"""
        using Microsoft.EntityFrameworkCore.Migrations;
        namespace Script_{{id}};
        public class Revision : Migration
        {
            protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("SELECT 1");
        }
        """);

    private static ScriptSource Script(string path, string text)
        => new() { Path = path, Text = text, Hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text))).ToLowerInvariant() };

    private static CompileRequest Request(params ScriptSource[] scripts) => new() { Scripts = scripts };

    private static string[] TypesIn(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        return [.. metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Select(t => $"{metadata.GetString(t.Namespace)}.{metadata.GetString(t.Name)}")];
    }

    private bool NewCompilerNeeded(ScriptSource script)
    {
        var compiler = Compiler();
        _ = compiler.Compile(Request(script));
        return compiler.IsCompilerLoaded;
    }

    private ScriptCompiler Compiler(Version? efCore = null)
        => new(new TargetLoadContext(Paths.ConsoleTarget, Paths.ProbeEngine, new PackageFolders(""), bringCulture: null), _cache, efCore ?? EfCore);
}
