using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Loader;
using DbMigrate.Protocol;
using DbMigrate.Tests.Fixtures;
using DbMigrate.Worker.Compilation;
using DbMigrate.Worker.Loading;
using Xunit;

namespace DbMigrate.Worker.Tests;

/// <summary>Long methods are compiled in parts, and nobody sees it.</summary>
public sealed class LongScriptTests : IDisposable
{
    private const string Path = "/x/long.cs";
    private const int FirstLine = 5;
    private const int Many = 4 * LongMethods.PartLength;

    private readonly AssemblyLoadContext _context = new("long", isCollectible: true);

    public void Dispose() => _context.Unload();

    [Theory]
    [InlineData(LongMethods.PartLength, 0)]
    [InlineData(2 * LongMethods.PartLength, 2)]
    [InlineData((2 * LongMethods.PartLength) + 1, 4)]
    public void A_long_script_is_compiled_in_parts_and_runs_as_one(int statements, int parts)
    {
        var script = Load("", i => $"list.Add({i}); // one of many", statements);

        Assert.Equal(parts, PartsOf(script));
        Assert.Equal(Enumerable.Range(0, statements), Run(script, "Up"));
        Assert.Equal(Enumerable.Range(0, statements), Run(script, "Down"));
    }

    [Fact]
    public void A_stack_trace_names_the_line()
    {
        var script = Load("", i => i == 200 ? "list.Insert(9999, 0);" : $"list.Add({i});", Many);

        var exception = Assert.Throws<TargetInvocationException>(() => Run(script, "Up")).InnerException!;

        var frame = new StackTrace(exception, fNeedFileInfo: true).GetFrames().First(f => f.GetFileName() == Path);
        Assert.Equal(FirstLine + 200, frame.GetFileLineNumber());
    }

    [Theory]
    [InlineData("int Own() => 7;", "list.Add(Own());")]
    [InlineData("", "int own = 7; list.Add(own);")]
    [InlineData("", "if (list.Count > 5) list.Add(7);")]
    public void What_is_more_than_calls_is_compiled_as_it_is(string member, string statement)
    {
        var script = Load(member, i => i == 200 ? statement : $"list.Add({i});", Many);

        Assert.Equal(0, PartsOf(script));
        Assert.Equal(7, Run(script, "Up")[200]);
    }

    [Fact]
    public void An_error_is_told_at_its_place()
    {
        var (assembly, errors) = Compile("", i => i == 200 ? "list.Add(wrong);" : $"list.Add({i});", Many);

        Assert.Empty(assembly);
        Assert.Equal((Path, FirstLine + 200, 10, "CS0103"), (errors[0].Path, errors[0].Line, errors[0].Column, errors[0].Code));
        Assert.Equal(2, errors.Length);
    }

    // Both methods have the same statements.
    private static (byte[] Assembly, CompileError[] Errors) Compile(string member, Func<int, string> statement, int count)
    {
        var statements = string.Join("\n", Enumerable.Range(0, count).Select(statement));
        var text = $"using System.Collections.Generic;\npublic class Long {{ {member}\n    public void Up(List<int> list)\n    {{\n{statements}\n    }}\n"
            + $"    public void Down(List<int> list)\n    {{\n{statements}\n    }}\n}}\n";
        var target = new TargetLoadContext(Paths.ConsoleTarget, Paths.ProbeEngine, new PackageFolders(""), bringCulture: null);
        return new RoslynCompiler(new ScriptReferences(target)).Compile([new ScriptSource { Path = Path, Text = text, Hash = "long" }]);
    }

    private static int PartsOf(Assembly script) => script.GetTypes().Count(t => t.Name.StartsWith("DbMigratePart", StringComparison.Ordinal));

    private static List<int> Run(Assembly script, string method)
    {
        var type = script.GetType("Long")!;
        var list = new List<int>();
        type.GetMethod(method)!.Invoke(Activator.CreateInstance(type), [list]);
        return list;
    }

    private Assembly Load(string member, Func<int, string> statement, int count)
    {
        var (assembly, errors) = Compile(member, statement, count);
        Assert.Empty(errors);
        return _context.LoadFromStream(new MemoryStream(assembly));
    }
}
