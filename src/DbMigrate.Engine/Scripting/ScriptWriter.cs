using System.Collections.Generic;
using System.Linq;
using System.Text;
using DbMigrate.Engine.Scripting.CSharp;
using DbMigrate.Engine.Scripting.Operations;
using DbMigrate.Revisions.Scripts;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Scripting;

/// <summary>Writes revision scripts: plain EF code that people like to read. The same input gives the same bytes.</summary>
public sealed class ScriptWriter
{
    private const string NothingUp = "// Describe the change with migrationBuilder: its methods change tables and columns, its Sql method runs any statement.";
    private const string OnlyJoins = "// It only joins the revisions that it builds on; there is nothing to do.";
    private const string NothingDown = "// Undo here what Up does, in reverse order.";
    private const string NoChange = "// Nothing changes in this database.";
    private const string NoDefault = "// Each database has methods of its own.";

    /// <summary>The whole script with LF line ends.</summary>
    /// <param name="header">Written at the top.</param>
    /// <param name="pairs">The methods of each database, in their order; one pair without a suffix where there is one database.</param>
    /// <exception cref="Revisions.Errors.DbMigrateException"><c>ValueNotWritable</c>, <c>NotSupportedByProvider</c>.</exception>
    public string Write(RevisionHeader header, IReadOnlyList<MethodPair> pairs)
    {
        var usings = new ScriptUsings();
        var members = string.Join("\n", Methods(pairs, usings, isMerge: header.Parents.Count > 1));

        return new StringBuilder(RevisionHeaderText.Format(header))
            .Append("\n#nullable disable\n#pragma warning disable CS1591\n\n")
            .AppendJoin("\n", usings.Directives).Append("\n\n")
            .Append("namespace DbMigrations.R_").Append(header.Id).Append(";\n\n")
            .Append("/// <inheritdoc />\n")
            .Append("public class ").Append(CSharpIdentifier.ClassName(header.Message)).Append(" : Migration\n{\n")
            .Append(members)
            .Append("}\n")
            .ToString();
    }

    private static IEnumerable<string> Methods(IReadOnlyList<MethodPair> pairs, ScriptUsings usings, bool isMerge)
    {
        var isEmpty = pairs.All(p => p.Up.Count == 0 && p.Down.Count == 0);
        var (noUp, noDown) = !isEmpty ? (NoChange, NoChange) : isMerge ? (OnlyJoins, OnlyJoins) : (NothingUp, NothingDown);

        // EF Core asks every migration for Up.
        if (pairs.All(p => p.Suffix.Length > 0))
        {
            yield return Method("Up", "", NoDefault);
            yield return Method("Down", "", NoDefault);
        }

        foreach (var pair in pairs)
        {
            var writer = new OperationWriter(pair.Traits, usings);
            yield return Method("Up", pair.Suffix, Body(pair.Up, writer, noUp));
            yield return Method("Down", pair.Suffix, Body(pair.Down, writer, noDown));
        }
    }

    private static string Body(IReadOnlyList<MigrationOperation> operations, OperationWriter writer, string nothing)
        => operations.Count == 0 ? nothing : string.Join("\n\n", operations.Select(writer.Write));

    private static string Method(string name, string suffix, string body)
    {
        var declaration = suffix.Length == 0 ? $"/// <inheritdoc />\nprotected override void {name}" : $"protected void {name}{suffix}";
        return MethodCall.Indent($"{declaration}(MigrationBuilder migrationBuilder)\n{{\n{MethodCall.Indent(body)}\n}}\n");
    }
}
