using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;

namespace DbMigrate.Engine.Model;

/// <summary>
/// Takes the target's own enums out of a model's operations where the database has enums too: scripts know nothing of
/// the target, and the database knows the labels. Lists become arrays, as scripts write them.
/// </summary>
internal sealed class PlainValues(DbContext context)
{
    private readonly IRelationalTypeMappingSource _mappings = context.GetService<IRelationalTypeMappingSource>();

    /// <summary>Changes the operations.</summary>
    /// <param name="operations">What EF's differ made of a model.</param>
    public void Replace(IEnumerable<MigrationOperation> operations)
    {
        foreach (var operation in operations)
        {
            if (operation is CreateTableOperation create)
                create.Columns.ForEach(Replace);
            else if (operation is InsertDataOperation insert)
                Replace(insert.Values);
        }
    }

    private void Replace(AddColumnOperation column)
    {
        column.DefaultValue = Plain(column.DefaultValue);
        if (column.ClrType.IsEnum)
            column.ClrType = typeof(string);
        else if (ElementType(column.ClrType) is { IsEnum: true })
            column.ClrType = typeof(string[]);
    }

    private void Replace(object?[,] values)
    {
        for (var row = 0; row < values.GetLength(0); row++)
        {
            for (var column = 0; column < values.GetLength(1); column++)
                values[row, column] = Plain(values[row, column]);
        }
    }

    private object? Plain(object? value) => value switch
    {
        Enum e => Label(e),
        IEnumerable items when ElementType(value.GetType()) is { IsEnum: true } => items.Cast<Enum>().Select(Label).ToArray(),
        IList list when value.GetType().IsGenericType && ElementType(value.GetType()) is { } type => Array(list, type),
        _ => value,
    };

    private static Array Array(IList list, Type type)
    {
        var array = System.Array.CreateInstance(type, list.Count);
        list.CopyTo(array, 0);
        return array;
    }

    // The provider's literal has the label: 'it''s'::mood.
    private string Label(Enum value)
    {
        var literal = _mappings.FindMapping(value.GetType())?.GenerateSqlLiteral(value) ?? "";
        var (start, end) = (literal.IndexOf('\'', StringComparison.Ordinal), literal.LastIndexOf('\''));
        return end > start ? literal[(start + 1)..end].Replace("''", "'", StringComparison.Ordinal) : value.ToString();
    }

    private static Type? ElementType(Type type)
        => type.IsArray ? type.GetElementType() : type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(List<>) ? type.GetGenericArguments()[0] : null;
}
