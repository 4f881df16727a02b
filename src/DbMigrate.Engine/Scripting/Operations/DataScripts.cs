using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Scripting.CSharp;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Scripting.Operations;

/// <summary>Writes operations on rows. Types are part of them: a database is not asked for any when they are applied.</summary>
internal sealed class DataScripts(OperationScripts scripts)
{
    public string Insert(InsertDataOperation data)
    {
        var call = OperationScripts.Call("InsertData").Optional("schema", data.Schema).Text("table", data.Table);
        Columns(call, "column", data.Columns, data.ColumnTypes);
        Values(call, "values", data.Values);
        return scripts.Annotations(call, data).Lines();
    }

    public string Update(UpdateDataOperation data)
    {
        var call = OperationScripts.Call("UpdateData").Optional("schema", data.Schema).Text("table", data.Table);
        var hasTypes = data.KeyColumnTypes is not null || data.ColumnTypes is not null;
        Columns(call, "keyColumn", data.KeyColumns, data.KeyColumnTypes, hasTypes);
        Values(call, "keyValues", data.KeyValues);
        Columns(call, "column", data.Columns, data.ColumnTypes, hasTypes);
        Values(call, "values", data.Values);
        return scripts.Annotations(call, data).Lines();
    }

    public string Delete(DeleteDataOperation data)
    {
        var call = OperationScripts.Call("DeleteData").Optional("schema", data.Schema).Text("table", data.Table);
        Columns(call, "keyColumn", data.KeyColumns, data.KeyColumnTypes);
        Values(call, "keyValues", data.KeyValues);
        return scripts.Annotations(call, data).Lines();
    }

    // The builder takes the types of keys and values together or not at all; those that are missing are unknown ones.
    private void Columns(MethodCall call, string what, string[] columns, string?[]? types, bool hasTypes = false)
    {
        call.Code(what + "s", scripts.Literals.Strings(columns));
        if (types is not null || hasTypes)
            call.Code(what + "Types", scripts.Literals.Strings(types ?? new string?[columns.Length]));
    }

    private void Values(MethodCall call, string what, object?[,] values)
        => call.Code(what, values.GetLength(0) == 1 ? scripts.Literals.Row(Row(values)) : scripts.Literals.Rows(values));

    private static IEnumerable<object?> Row(object?[,] values) => Enumerable.Range(0, values.GetLength(1)).Select(column => values[0, column]);
}
