using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace DbMigrate.Worker.Compilation;

/// <summary>
/// Takes long methods apart before they are compiled: a revision of a thousand tables is one method, and the compiler works
/// on several classes at once but on a class alone. Every part of the method goes to a class within its own; no line moves.
/// </summary>
internal static class LongMethods
{
    /// <summary>The statements of a part. A method with less than two parts stays as it is.</summary>
    public const int PartLength = 64;

    private const string Prefix = "DbMigratePart";
    private const string Run = "DbMigrateRun";

    /// <summary>The script with its long methods in parts; the same tree where it has none.</summary>
    public static SyntaxTree Split(SyntaxTree tree)
    {
        var changes = new List<TextChange>();
        var classes = tree.GetRoot().DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or ClassDeclarationSyntax).OfType<ClassDeclarationSyntax>();
        foreach (var method in classes.SelectMany(c => c.Members).OfType<MethodDeclarationSyntax>().Where(IsLong))
        {
            Split(method, changes);
        }

        return changes.Count == 0 ? tree : tree.WithChangedText(tree.GetText().WithChanges(changes));
    }

    /// <summary>Whether every statement is a call of the one parameter, so that none can need what another declares.</summary>
    private static bool IsLong(MethodDeclarationSyntax method)
        => method.Body is { } body && body.Statements.Count >= 2 * PartLength
            && method.TypeParameterList is null
            && method.ParameterList.Parameters is [{ Type: not null } parameter] && parameter.Modifiers.Count == 0
            && body.Statements.All(s => s is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } && Root(call) == parameter.Identifier.ValueText);

    private static string? Root(ExpressionSyntax expression) => expression switch
    {
        InvocationExpressionSyntax call => Root(call.Expression),
        MemberAccessExpressionSyntax member => Root(member.Expression),
        IdentifierNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };

    private static void Split(MethodDeclarationSyntax method, List<TextChange> changes)
    {
        var (body, parameter) = (method.Body!, method.ParameterList.Parameters[0]);
        var parts = Enumerable.Range(1, (body.Statements.Count - 1) / PartLength)
            .Select(i => (Name: string.Create(CultureInfo.InvariantCulture, $"{Prefix}{changes.Count + i}"), Start: body.Statements[(i * PartLength) - 1].Span.End)).ToList();
        var end = string.Concat(parts.Select(p => $" {p.Name}.{Run}({parameter.Identifier.Text});")) + " }";
        foreach (var (name, start) in parts)
        {
            changes.Add(new TextChange(new TextSpan(start, 0), $"{end} private static class {name} {{ public static void {Run}({parameter.Type} {parameter.Identifier.Text}) {{"));
            end = " } }";
        }

        changes.Add(new TextChange(new TextSpan(body.CloseBraceToken.Span.End, 0), " }"));
    }
}
