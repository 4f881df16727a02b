using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Scripting.CSharp;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Scripting.Operations;

/// <summary>Writes the constraints that are made together with a table.</summary>
internal sealed class TableConstraintScripts(OperationScripts scripts)
{
    public IEnumerable<string> Write(CreateTableOperation table, IReadOnlyDictionary<string, string> members)
    {
        if (table.PrimaryKey is { } primaryKey)
            yield return scripts.Annotations(Key("PrimaryKey", primaryKey.Name, Columns(primaryKey.Columns, members)), primaryKey).Line();

        foreach (var unique in table.UniqueConstraints)
            yield return scripts.Annotations(Key("UniqueConstraint", unique.Name, Columns(unique.Columns, members)), unique).Line();

        foreach (var check in table.CheckConstraints)
            yield return scripts.Annotations(Key("CheckConstraint", check.Name, CSharpString.Quoted(check.Sql)), check).Line();

        foreach (var foreignKey in table.ForeignKeys)
            yield return scripts.Annotations(ForeignKey(foreignKey, members), foreignKey).Lines();
    }

    // The arguments need no names here: there are two, and EF's own scripts have none.
    private static MethodCall Key(string method, string name, string what) => new MethodCall("table." + method).Positional(CSharpString.Quoted(name)).Positional(what);

    private MethodCall ForeignKey(AddForeignKeyOperation key, IReadOnlyDictionary<string, string> members)
    {
        var call = new MethodCall("table.ForeignKey").Text("name", key.Name);
        if (key.Columns.Length == 1 && key.PrincipalColumns is null or { Length: 1 })
        {
            call.Code("column", Columns(key.Columns, members))
                .Text("principalTable", key.PrincipalTable)
                .Optional("principalColumn", key.PrincipalColumns?[0]);
        }
        else
        {
            call.Code("columns", Columns(key.Columns, members))
                .Text("principalTable", key.PrincipalTable)
                .Code("principalColumns", key.PrincipalColumns is { } columns ? scripts.Literals.Strings(columns) : "null");
        }

        return call.Optional("principalSchema", key.PrincipalSchema).Action("onUpdate", key.OnUpdate).Action("onDelete", key.OnDelete);
    }

    private static string Columns(string[] columns, IReadOnlyDictionary<string, string> members)
        => columns.Length == 1
            ? "x => x." + members[columns[0]]
            : $"x => new {{ {string.Join(", ", columns.Select(c => "x." + members[c]))} }}";
}
