using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Scripting.CSharp;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Scripting.Operations;

/// <summary>Writes operations on tables.</summary>
internal sealed class TableScripts(OperationScripts scripts)
{
    private readonly TableConstraintScripts _constraints = new(scripts);
    private readonly ColumnScripts _columns = new(scripts);

    public string Create(CreateTableOperation table)
    {
        var members = CSharpIdentifier.Members(table.Columns.Select(c => c.Name));
        var call = OperationScripts.Call("CreateTable")
            .Text("name", table.Name)
            .Optional("schema", table.Schema)
            .Code("columns", $"table => new\n{{\n{MethodCall.Indent(string.Join(",\n", table.Columns.Select(c => Column(c, members))))}\n}}");

        var constraints = _constraints.Write(table, members).Select(c => c + ";").ToArray();
        if (constraints.Length > 0)
            call.Code("constraints", $"table =>\n{{\n{MethodCall.Indent(string.Join('\n', constraints))}\n}}");
        return scripts.Annotations(call.Optional("comment", table.Comment), table).Lines();
    }

    public string Alter(AlterTableOperation table)
    {
        var call = OperationScripts.Call("AlterTable")
            .Text("name", table.Name)
            .Optional("schema", table.Schema)
            .Optional("comment", table.Comment)
            .Optional("oldComment", table.OldTable.Comment);
        scripts.Annotations(call, table);
        return scripts.Annotations(call, table.OldTable, "OldAnnotation").Lines();
    }

    public string Drop(DropTableOperation table)
        => scripts.Annotations(OperationScripts.Call("DropTable").Text("name", table.Name).Optional("schema", table.Schema), table).Lines();

    public string Rename(RenameTableOperation table)
        => scripts.Annotations(
            OperationScripts.Call("RenameTable")
                .Text("name", table.Name)
                .Optional("schema", table.Schema)
                .Optional("newName", table.NewName)
                .Optional("newSchema", table.NewSchema),
            table).Lines();

    private string Column(AddColumnOperation column, IReadOnlyDictionary<string, string> members)
    {
        var member = members[column.Name];
        var call = new MethodCall($"table.Column<{scripts.TypeName(column)}>");
        if (member.TrimStart('@') != column.Name)
            call.Text("name", column.Name);
        return $"{member} = {scripts.Annotations(_columns.Facets(call, column), column).Line()}";
    }
}
