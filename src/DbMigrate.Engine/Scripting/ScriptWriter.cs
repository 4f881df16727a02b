using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DbMigrate.Engine.Scripting.CSharp;
using DbMigrate.Engine.Scripting.Operations;
using DbMigrate.Engine.Scripting.Templates;
using DbMigrate.Revisions.Errors;
using DbMigrate.Revisions.Scripts;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Scripting;

/// <summary>Writes revision scripts: plain EF code that people like to read. The same input gives the same bytes.</summary>
/// <param name="template">What they look like.</param>
public sealed class ScriptWriter(ScriptTemplate template)
{
    private const string NothingUp = "// Describe the change with migrationBuilder: its methods change tables and columns, its Sql method runs any statement.";
    private const string OnlyJoins = "// It only joins the revisions that it builds on; there is nothing to do.";
    private const string NothingDown = "// Undo here what Up does, in reverse order.";
    private const string NoChange = "// Nothing changes in this database.";
    private const string NoDefault = "// Each database has methods of its own.";

    /// <summary>The whole script with LF line ends.</summary>
    /// <param name="header">Written at the top.</param>
    /// <param name="pairs">The methods of each database, in their order; one pair without a suffix where there is one database.</param>
    /// <exception cref="DbMigrateException"><c>ValueNotWritable</c>, <c>NotSupportedByProvider</c>, <c>TemplateInvalid</c>.</exception>
    public string Write(RevisionHeader header, IReadOnlyList<MethodPair> pairs)
    {
        var usings = new ScriptUsings();
        var nothing = Nothing(header, pairs);
        var values = new Dictionary<string, string>
        {
            [TemplateTokens.Header] = RevisionHeaderText.Format(header),
            [TemplateTokens.Id] = header.Id,
            [TemplateTokens.Class] = CSharpIdentifier.ClassName(header.Message),
            [TemplateTokens.Message] = header.Message,
            [TemplateTokens.Created] = header.Created.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        };
        if (template.Has(TemplateTokens.Methods))
            values[TemplateTokens.Methods] = string.Join("\n\n", Methods(pairs, usings, nothing));
        else
            (values[TemplateTokens.Up], values[TemplateTokens.Down]) = Bodies(pairs, usings, nothing);
        values[TemplateTokens.Usings] = string.Join('\n', usings.Directives);

        var text = template.Render(values);
        RequireHeader(header, text);
        return text;
    }

    private (string Up, string Down) Bodies(IReadOnlyList<MethodPair> pairs, ScriptUsings usings, (string Up, string Down) nothing)
    {
        if (pairs is not [{ Suffix.Length: 0 } only])
            throw template.Invalid(TemplateTokens.Up, $"has ${TemplateTokens.Up}$ and ${TemplateTokens.Down}$, which are for a folder with one database; this one needs ${TemplateTokens.Methods}$ instead");
        var writer = new OperationWriter(only.Traits, usings);
        return (UpBody(only, writer, nothing.Up), DownBody(only, writer, nothing.Down));
    }

    private static IEnumerable<string> Methods(IReadOnlyList<MethodPair> pairs, ScriptUsings usings, (string Up, string Down) nothing)
    {
        // EF Core asks every migration for Up.
        if (pairs.All(p => p.Suffix.Length > 0))
        {
            yield return Method("Up", "", NoDefault);
            yield return Method("Down", "", NoDefault);
        }

        foreach (var pair in pairs)
        {
            var writer = new OperationWriter(pair.Traits, usings);
            yield return Method("Up", pair.Suffix, UpBody(pair, writer, nothing.Up));
            yield return Method("Down", pair.Suffix, DownBody(pair, writer, nothing.Down));
        }
    }

    private static (string Up, string Down) Nothing(RevisionHeader header, IEnumerable<MethodPair> pairs)
    {
        if (pairs.Any(p => p.Up.Count > 0 || p.Down.Count > 0))
            return (NoChange, NoChange);
        return header.Parents.Count > 1 ? (OnlyJoins, OnlyJoins) : (NothingUp, NothingDown);
    }

    private static string UpBody(MethodPair pair, OperationWriter writer, string nothing)
        => Body(pair.Up, o => (pair.Comments.TryGetValue(o, out var comment) ? Comment(comment) : "") + writer.Write(o), nothing);

    // Whoever undoes the revision reads here what will be missing.
    private static string DownBody(MethodPair pair, OperationWriter writer, string nothing)
        => string.Concat(pair.Losses.Select(l => Comment($"Cannot bring back what Up loses: it {l}.")).Concat(pair.Obstacles.Select(Comment))) + Body(pair.Down, writer.Write, nothing);

    private static string Body(IReadOnlyList<MigrationOperation> operations, Func<MigrationOperation, string> write, string nothing)
        => operations.Count == 0 ? nothing : string.Join("\n\n", operations.Select(write));

    private static string Comment(string text) => $"// {text.ReplaceLineEndings(" ")}\n";

    private static string Method(string name, string suffix, string body)
    {
        var declaration = suffix.Length == 0 ? $"/// <inheritdoc />\nprotected override void {name}" : $"protected void {name}{suffix}";
        return $"{declaration}(MigrationBuilder migrationBuilder)\n{{\n{MethodCall.Indent(body)}\n}}";
    }

    // The graph is read from the header alone: what a template hides there would be lost.
    private void RequireHeader(RevisionHeader header, string text)
    {
        RevisionHeader read;
        try
        {
            read = RevisionHeaderText.Parse(text, template.Path);
        }
        catch (DbMigrateException e) when (e.Kind == ErrorCatalogue.HeaderInvalid)
        {
            throw template.Invalid(TemplateTokens.Header, $"has the header where it is not read, below code or with other lines in it: {e.Message}");
        }

        if (read.Id != header.Id || !Same(read.Parents, header.Parents) || !Same(read.Labels, header.Labels) || !Same(read.DependsOn, header.DependsOn))
            throw template.Invalid(TemplateTokens.Header, $"has other lines of a header beside ${TemplateTokens.Header}$, so that id, parents, labels or dependencies are not those of the revision");
    }

    private static bool Same(IEnumerable<string> one, IEnumerable<string> other) => one.SequenceEqual(other);
}
