using System;
using System.IO;
using System.Linq;
using System.Management.Automation.Language;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests;

public sealed class ScriptFileTests
{
    private static readonly string[] NewerParameters = ["Parallel", "AsHashtable", "LeafBase", "Extension", "AsByteStream", "SkipHttpErrorCheck", "NoProfileLoadTime", "ProgressAction"];
    private static readonly string[] NewerCommands = ["Join-String", "Get-Error", "Test-Json", "ConvertFrom-Markdown", "Show-Markdown", "Remove-Service", "Start-ThreadJob", "Get-Uptime"];
    private static readonly string[] NewerVariables = ["IsWindows", "IsLinux", "IsMacOS", "IsCoreCLR", "PSStyle", "EnabledExperimentalFeatures"];
    private static readonly Type[] NewerNumbers = [typeof(uint), typeof(ulong), typeof(ushort), typeof(short), typeof(sbyte), typeof(byte), typeof(BigInteger)];

    public static TheoryData<string> Files => [.. ScriptFiles.All()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_script_parses(string path) => ScriptFiles.Parse(path);

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_script_keeps_to_the_syntax_of_Windows_PowerShell(string path)
    {
        var newer = ScriptFiles.Parse(path).FindAll(IsNewerSyntax, searchNestedScriptBlocks: true).Select(node => node.Extent.Text);
        Assert.Empty(newer);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_script_keeps_to_the_commands_and_literals_of_Windows_PowerShell(string path)
    {
        var script = ScriptFiles.Parse(path);
        Assert.Empty(script.FindAll(node => node is CommandParameterAst { ParameterName: var name } && NewerParameters.Contains(name, StringComparer.OrdinalIgnoreCase), true));
        Assert.Empty(script.FindAll(node => node is CommandAst command && NewerCommands.Contains(command.GetCommandName(), StringComparer.OrdinalIgnoreCase), true));
        Assert.Empty(script.FindAll(node => node is VariableExpressionAst { VariablePath.UserPath: var name } && NewerVariables.Contains(name, StringComparer.OrdinalIgnoreCase) && !IsGuarded(node), true));
        Assert.Empty(script.FindAll(node => node is ConstantExpressionAst { StaticType: var type } && NewerNumbers.Contains(type), true));
        Assert.Empty(script.FindAll(node => node is ExpandableStringExpressionAst or StringConstantExpressionAst { StringConstantType: StringConstantType.DoubleQuoted } && Regex.IsMatch(node.Extent.Text, "`(e|u\\{)"), true));
    }

    // It takes a file without a byte order mark for one of the system's own code page.
    [Fact]
    public void What_ships_and_Windows_PowerShell_reads_is_ASCII()
        => Assert.All(
            Directory.EnumerateFiles(Repository.Module, "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) is ".ps1" or ".psm1" or ".psd1"),
            path => Assert.True(Ascii.IsValid(File.ReadAllBytes(path)), path));

    [Theory]
    [MemberData(nameof(Files))]
    public void No_script_runs_text_as_code(string path)
    {
        var commands = ScriptFiles.Parse(path).FindAll(node => node is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>();
        Assert.DoesNotContain(commands, command => command.GetCommandName() is "Invoke-Expression" or "iex");
    }

    // What is behind a test of the edition or the version.
    private static bool IsGuarded(Ast node)
        => node.Parent is BinaryExpressionAst { Operator: TokenKind.And } and { Left: var left } && left != node && left.Extent.Text.Contains("$PS", StringComparison.Ordinal);

    // Ternaries, chains (&& and ||), null-conditional access and null-coalescing came with PowerShell 7.
    private static bool IsNewerSyntax(Ast node) => node switch
    {
        TernaryExpressionAst or PipelineChainAst => true,
        MemberExpressionAst member => member.NullConditional,
        IndexExpressionAst index => index.NullConditional,
        BinaryExpressionAst binary => binary.Operator == TokenKind.QuestionQuestion,
        AssignmentStatementAst assignment => assignment.Operator == TokenKind.QuestionQuestionEquals,
        PipelineAst pipeline => pipeline.Background,
        ScriptBlockAst block => block.CleanBlock is not null,
        _ => false,
    };
}
