using DbMigrate.Engine.Scripting.CSharp;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Scripting.Operations;

/// <summary>Writes operations on the database, on schemas, and plain SQL.</summary>
internal sealed class DatabaseScripts(OperationScripts scripts)
{
    public string Alter(AlterDatabaseOperation database)
    {
        var call = OperationScripts.Call("AlterDatabase")
            .Optional("collation", database.Collation)
            .Optional("oldCollation", database.OldDatabase.Collation);
        scripts.Annotations(call, database);
        return scripts.Annotations(call, database.OldDatabase, "OldAnnotation").Lines();
    }

    public string Ensure(EnsureSchemaOperation schema) => scripts.Annotations(OperationScripts.Call("EnsureSchema").Text("name", schema.Name), schema).Lines();

    public string Drop(DropSchemaOperation schema) => scripts.Annotations(OperationScripts.Call("DropSchema").Text("name", schema.Name), schema).Lines();

    public string Sql(SqlOperation sql)
    {
        var call = OperationScripts.Call("Sql").Positional(CSharpString.Block(sql.Sql)).Flag("suppressTransaction", sql.SuppressTransaction);
        scripts.Annotations(call, sql);
        return sql.Sql.Contains('\n') ? call.Lines() : call.Line();
    }
}
