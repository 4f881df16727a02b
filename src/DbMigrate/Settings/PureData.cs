using System.Linq;
using System.Management.Automation.Language;

namespace DbMigrate.Settings;

/// <summary>Says whether a piece of PowerShell's language is nothing but literals.</summary>
internal static class PureData
{
    /// <summary>The first part that is no literal; null where all is pure data.</summary>
    public static Ast? FirstOther(Ast ast) => ast.FindAll(node => !IsData(node), searchNestedScriptBlocks: true).FirstOrDefault();

    private static bool IsData(Ast node) => node switch
    {
        HashtableAst or ArrayExpressionAst or ArrayLiteralAst or StatementBlockAst or PipelineAst or ParenExpressionAst => true,
        CommandExpressionAst expression => expression.Redirections.Count == 0,
        StringConstantExpressionAst or ConstantExpressionAst => true,
        UnaryExpressionAst unary => unary.TokenKind == TokenKind.Minus && unary.Child is ConstantExpressionAst,
        VariableExpressionAst variable => variable.VariablePath.UserPath.ToLowerInvariant() is "true" or "false" or "null",
        _ => false,
    };
}
