using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation.Language;
using DbMigrate.Module.Tests.Hosting;
using DbMigrate.Tests.Shared;
using Xunit;

namespace DbMigrate.Module.Tests;

/// <summary>The suites of <c>tests/Pester</c>: each of their tests is one here, so that the totals count them.</summary>
public sealed class PesterTests(PesterRun run) : IClassFixture<PesterRun>
{
    public static TheoryData<string> Names => [.. Directory.GetFiles(PesterRun.Folder, "*.Tests.ps1").Order().SelectMany(NamesIn)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Pester(string name)
    {
        Skip.If(run.Missing.Length > 0, run.Missing);
        Assert.True(run.Results.TryGetValue(name, out var result), $"Pester ran no test of this name.\n{run.Output}");
        Assert.True(result.Result == "Passed", $"{result.Result}: {result.Message}");
    }

    private static IEnumerable<string> NamesIn(string path)
        => ScriptFiles.Parse(path).FindAll(node => node is CommandAst command && command.GetCommandName() == "It", searchNestedScriptBlocks: true)
            .Select(it => string.Join(".", Enclosing(it).Reverse()));

    private static IEnumerable<string> Enclosing(Ast node)
    {
        for (Ast? at = node; at is not null; at = at.Parent)
        {
            if (at is CommandAst command && command.GetCommandName() is "It" or "Context" or "Describe")
                yield return ((StringConstantExpressionAst)((CommandAst)at).CommandElements[1]).Value;
        }
    }
}
