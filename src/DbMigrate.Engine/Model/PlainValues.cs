using System;
using System.Collections;
using System.Collections.Generic;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Scripting.CSharp;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;

namespace DbMigrate.Engine.Model;

/// <summary>
/// Takes out of a model's operations what scripts have no C# for, where the server reads it from text: the target's own
/// enums, of which scripts know nothing, and types of plug-ins. Lists become arrays, as scripts write them.
/// </summary>
internal sealed class PlainValues(DbContext context)
{
    private readonly IRelationalTypeMappingSource _mappings = context.GetService<IRelationalTypeMappingSource>();
    private readonly ValueText _texts = new(context.GetService<IRelationalTypeMappingSource>());

    // Operations with rows do not say them.
    private readonly Dictionary<(string? Schema, string Table, string Column), string?> _storeTypes = [];

    /// <summary>Changes the operations.</summary>
    /// <param name="operations">What EF's differ made of a model.</param>
    public void Replace(IEnumerable<MigrationOperation> operations)
    {
        foreach (var operation in operations)
        {
            if (operation is CreateTableOperation create)
                create.Columns.ForEach(Replace);
            else if (operation is InsertDataOperation insert)
                Replace(insert);
        }
    }

    private void Replace(AddColumnOperation column)
    {
        _storeTypes[(column.Schema, column.Table, column.Name)] = column.ColumnType;
        var plain = Plain(column.DefaultValue, column.ColumnType);

        // The provider takes a text that is the value of an array for its elements.
        var isArray = plain is string && column.DefaultValue is IList;
        column.DefaultValueSql = isArray ? SqlLiteral.Of(_mappings, column.DefaultValue!, column.ColumnType ?? "") : column.DefaultValueSql;
        column.DefaultValue = isArray ? null : plain;
        column.ClrType = PlainType.Of(column.ClrType);
    }

    private void Replace(InsertDataOperation insert)
    {
        for (var column = 0; column < insert.Columns.Length; column++)
        {
            var storeType = _storeTypes.GetValueOrDefault((insert.Schema, insert.Table, insert.Columns[column]));
            for (var row = 0; row < insert.Values.GetLength(0); row++)
                insert.Values[row, column] = Plain(insert.Values[row, column], storeType);
        }
    }

    private object? Plain(object? value, string? storeType)
        => value is null ? null
            : !CSharpLiteral.CanWrite(value) || PlainType.Of(value.GetType()) != value.GetType() ? _texts.Of(value, storeType ?? "") ?? (value is Enum ? value.ToString() : value)
            : value is IList list and not System.Array && PlainType.Element(value.GetType()) is { } type ? Array(list, type)
            : value;

    private static Array Array(IList list, Type type)
    {
        var array = System.Array.CreateInstance(type, list.Count);
        list.CopyTo(array, 0);
        return array;
    }
}
