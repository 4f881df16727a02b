using System.Collections.Generic;
using System.Linq;
using System.Text;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Scripting.CSharp;
using DbMigrate.Engine.Scripting.Operations;
using DbMigrate.Revisions.Scripts;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Scripting;

/// <summary>Writes revision scripts: plain EF code that people like to read. The same input gives the same bytes.</summary>
public sealed class ScriptWriter(ProviderTraits traits)
{
    private const string NothingUp = "// Describe the change with migrationBuilder: its methods change tables and columns, its Sql method runs any statement.";
    private const string NothingDown = "// Undo here what Up does, in reverse order.";

    /// <summary>The whole script with LF line ends.</summary>
    /// <param name="header">Written at the top.</param>
    /// <param name="up">Operations of <c>Up</c>.</param>
    /// <param name="down">Operations of <c>Down</c>.</param>
    /// <exception cref="Revisions.Errors.DbMigrateException"><c>ValueNotWritable</c>, <c>NotSupportedByProvider</c>.</exception>
    public string Write(RevisionHeader header, IReadOnlyList<MigrationOperation> up, IReadOnlyList<MigrationOperation> down)
    {
        var usings = new ScriptUsings();
        var operations = new OperationWriter(traits, usings);
        var members = Method("Up", up, operations, NothingUp) + "\n" + Method("Down", down, operations, NothingDown);

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

    private static string Method(string name, IReadOnlyList<MigrationOperation> operations, OperationWriter writer, string nothing)
    {
        var body = operations.Count == 0 ? nothing : string.Join("\n\n", operations.Select(writer.Write));
        return MethodCall.Indent($"/// <inheritdoc />\nprotected override void {name}(MigrationBuilder migrationBuilder)\n{{\n{MethodCall.Indent(body)}\n}}\n");
    }
}
