using System.Linq;
using System.Management.Automation.Language;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests;

public sealed class ScriptFileTests
{
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
    public void No_script_runs_text_as_code(string path)
    {
        var commands = ScriptFiles.Parse(path).FindAll(node => node is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>();
        Assert.DoesNotContain(commands, command => command.GetCommandName() is "Invoke-Expression" or "iex");
    }

    // Ternaries, chains (&& and ||), null-conditional access and null-coalescing came with PowerShell 7.
    private static bool IsNewerSyntax(Ast node) => node switch
    {
        TernaryExpressionAst or PipelineChainAst => true,
        MemberExpressionAst member => member.NullConditional,
        IndexExpressionAst index => index.NullConditional,
        BinaryExpressionAst binary => binary.Operator == TokenKind.QuestionQuestion,
        AssignmentStatementAst assignment => assignment.Operator == TokenKind.QuestionQuestionEquals,
        PipelineAst pipeline => pipeline.Background,
        _ => false,
    };
}
