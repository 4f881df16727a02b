using DbMigrate.Engine.Scripting.CSharp;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Scripting.Operations;

/// <summary>Writes operations on keys and checks of tables that exist.</summary>
internal sealed class ConstraintScripts(OperationScripts scripts)
{
    public string Add(AddPrimaryKeyOperation key) => AddKey("AddPrimaryKey", key, key.Name, key.Schema, key.Table, key.Columns);

    public string Add(AddUniqueConstraintOperation key) => AddKey("AddUniqueConstraint", key, key.Name, key.Schema, key.Table, key.Columns);

    public string Add(AddCheckConstraintOperation check)
        => scripts.Annotations(Named("AddCheckConstraint", check.Name, check.Schema, check.Table).Text("sql", check.Sql), check).Lines();

    public string Add(AddForeignKeyOperation key)
    {
        var call = Named("AddForeignKey", key.Name, key.Schema, key.Table);
        if (key.Columns.Length == 1 && key.PrincipalColumns is null or { Length: 1 })
        {
            call.Text("column", key.Columns[0])
                .Optional("principalSchema", key.PrincipalSchema)
                .Text("principalTable", key.PrincipalTable)
                .Optional("principalColumn", key.PrincipalColumns?[0]);
        }
        else
        {
            call.Code("columns", scripts.Literals.Strings(key.Columns))
                .Optional("principalSchema", key.PrincipalSchema)
                .Text("principalTable", key.PrincipalTable);
            if (key.PrincipalColumns is { } columns)
                call.Code("principalColumns", scripts.Literals.Strings(columns));
        }

        return scripts.Annotations(call.Action("onUpdate", key.OnUpdate).Action("onDelete", key.OnDelete), key).Lines();
    }

    public string Drop(DropPrimaryKeyOperation key) => Drop("DropPrimaryKey", key, key.Name, key.Schema, key.Table);

    public string Drop(DropUniqueConstraintOperation key) => Drop("DropUniqueConstraint", key, key.Name, key.Schema, key.Table);

    public string Drop(DropForeignKeyOperation key) => Drop("DropForeignKey", key, key.Name, key.Schema, key.Table);

    public string Drop(DropCheckConstraintOperation check) => Drop("DropCheckConstraint", check, check.Name, check.Schema, check.Table);

    private string AddKey(string method, MigrationOperation key, string name, string? schema, string table, string[] columns)
    {
        var call = Named(method, name, schema, table);
        if (columns.Length == 1)
            call.Text("column", columns[0]);
        else
            call.Code("columns", scripts.Literals.Strings(columns));
        return scripts.Annotations(call, key).Lines();
    }

    private string Drop(string method, MigrationOperation operation, string name, string? schema, string table)
        => scripts.Annotations(Named(method, name, schema, table), operation).Lines();

    private static MethodCall Named(string method, string name, string? schema, string table)
        => OperationScripts.Call(method).Text("name", name).Optional("schema", schema).Text("table", table);
}
