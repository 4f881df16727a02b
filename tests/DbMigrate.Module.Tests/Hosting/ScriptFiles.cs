using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation.Language;
using Xunit;

namespace DbMigrate.Module.Tests.Hosting;

/// <summary>PowerShell files of the repository, read without running them.</summary>
internal static class ScriptFiles
{
    private static readonly string[] Generated = ["out", "bin", "obj", ".git", "TestResults"];

    public static IReadOnlyList<string> All()
        => [.. Directories(Repository.Root).SelectMany(d => Directory.EnumerateFiles(d)).Where(f => Path.GetExtension(f) is ".ps1" or ".psm1" or ".psd1").Order()];

    public static ScriptBlockAst Parse(string path)
    {
        var ast = Parser.ParseFile(path, out _, out var errors);
        Assert.True(errors.Length == 0, $"{path}: {string.Join("; ", errors.Select(e => $"line {e.Extent.StartLineNumber}: {e.Message}"))}");
        return ast;
    }

    public static Hashtable Data(string path)
        => Assert.IsType<Hashtable>(Parse(path).Find(node => node is HashtableAst, searchNestedScriptBlocks: false).SafeGetValue());

    private static IEnumerable<string> Directories(string root)
        => Directory.EnumerateDirectories(root).Where(d => !Generated.Contains(Path.GetFileName(d))).SelectMany(Directories).Append(root);
}
