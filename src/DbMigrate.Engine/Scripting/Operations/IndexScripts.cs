using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Scripting.Operations;

/// <summary>Writes operations on indexes.</summary>
internal sealed class IndexScripts(OperationScripts scripts)
{
    public string Create(CreateIndexOperation index)
    {
        var call = OperationScripts.Call("CreateIndex").Text("name", index.Name).Optional("schema", index.Schema).Text("table", index.Table);
        if (index.Columns.Length == 1)
            call.Text("column", index.Columns[0]);
        else
            call.Code("columns", scripts.Literals.Strings(index.Columns));

        call.Flag("unique", index.IsUnique);
        if (index.IsDescending is { } descending)
            call.Code("descending", scripts.Literals.Write(descending));
        return scripts.Annotations(call.Optional("filter", index.Filter), index).Lines();
    }

    public string Drop(DropIndexOperation index)
        => scripts.Annotations(
            OperationScripts.Call("DropIndex").Text("name", index.Name).Optional("schema", index.Schema).Optional("table", index.Table),
            index).Lines();

    public string Rename(RenameIndexOperation index)
        => scripts.Annotations(
            OperationScripts.Call("RenameIndex").Text("name", index.Name).Optional("schema", index.Schema).Optional("table", index.Table).Text("newName", index.NewName),
            index).Lines();
}
