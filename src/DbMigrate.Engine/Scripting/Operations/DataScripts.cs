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
        Cells(call, "column", data.Columns, data.ColumnTypes, "value", data.Values);
        return scripts.Annotations(call, data).Lines();
    }

    public string Delete(DeleteDataOperation data)
    {
        var call = OperationScripts.Call("DeleteData").Optional("schema", data.Schema).Text("table", data.Table);
        Cells(call, "keyColumn", data.KeyColumns, data.KeyColumnTypes, "keyValue", data.KeyValues);
        return scripts.Annotations(call, data).Lines();
    }

    public string Update(UpdateDataOperation data)
    {
        var call = OperationScripts.Call("UpdateData").Optional("schema", data.Schema).Text("table", data.Table);
        if (data.KeyColumnTypes is null && data.ColumnTypes is null)
        {
            Cells(call, "keyColumn", data.KeyColumns, null, "keyValue", data.KeyValues);
            Cells(call, "column", data.Columns, null, "value", data.Values);
        }
        else
        {
            // The builder takes the types of keys and values together or not at all; those that are missing are unknown ones.
            ManyCells(call, "keyColumn", data.KeyColumns, data.KeyColumnTypes ?? new string[data.KeyColumns.Length], "keyValue", data.KeyValues);
            ManyCells(call, "column", data.Columns, data.ColumnTypes ?? new string[data.Columns.Length], "value", data.Values);
        }

        return scripts.Annotations(call, data).Lines();
    }

    private void Cells(MethodCall call, string column, string[] columns, string?[]? types, string value, object?[,] values)
    {
        if (columns.Length != 1 || types is [null])
        {
            ManyCells(call, column, columns, types, value, values);
            return;
        }

        call.Text(column, columns[0]).Optional(column + "Type", types?[0]);
        if (values.GetLength(0) == 1)
            call.Code(value, scripts.Literals.Write(values[0, 0]));
        else
            call.Code(value + "s", scripts.Literals.Row(values.Cast<object?>()));
    }

    private void ManyCells(MethodCall call, string column, string[] columns, string?[]? types, string value, object?[,] values)
    {
        call.Code(column + "s", scripts.Literals.Strings(columns));
        if (types is not null)
            call.Code(column + "Types", scripts.Literals.Strings(types));
        call.Code(value + "s", values.GetLength(0) == 1 ? scripts.Literals.Row(Row(values)) : scripts.Literals.Rows(values));
    }

    private static IEnumerable<object?> Row(object?[,] values) => Enumerable.Range(0, values.GetLength(1)).Select(column => values[0, column]);
}
