using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using DbMigrate.Protocol;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace DbMigrate.Engine.Hooks.Operations;

/// <summary>EF's operations as plain objects, and back: every property, the parts of a table, the old state, annotations.</summary>
internal sealed class OperationForms
{
    private const string Kind = "Kind";
    private const string Annotations = "Annotations";

    private readonly OperationShape _shape = new();

    public PlainValue[] Write(IEnumerable<MigrationOperation> operations) => [.. operations.Select(Write)];

    /// <exception cref="PlainFormException">Names the operation and what is wrong with it.</exception>
    public IReadOnlyList<MigrationOperation> Read(IEnumerable<PlainValue> forms, string list) => [.. forms.Select((form, i) => At($"operation {i + 1} of {list}", () => Read(form)))];

    private PlainValue Write(MigrationOperation operation) => new()
    {
        Type = PlainValue.Object,
        Members =
        [
            new PlainMember { Name = Kind, Value = PlainValues.Write(OperationShape.KindOf(operation.GetType())) },
            .. _shape.Properties(operation.GetType()).Values.Select(p => new PlainMember { Name = p.Name, Value = WriteProperty(p.GetValue(operation)) }),
            new PlainMember
            {
                Name = Annotations,
                Value = new PlainValue { Type = PlainValue.Map, Members = [.. operation.GetAnnotations().Select(a => new PlainMember { Name = a.Name, Value = PlainValues.Write(a.Value) })] },
            },
        ],
    };

    private PlainValue WriteProperty(object? value) => value switch
    {
        MigrationOperation nested => Write(nested),
        IEnumerable<MigrationOperation> list => new PlainValue { Type = PlainValue.List, Items = Write(list) },
        Type type => PlainValues.Write(PlainType.NameOf(type)),
        Enum name => PlainValues.Write(name.ToString()),
        object?[,] rows => new PlainValue { Type = PlainValue.List, Items = [.. Enumerable.Range(0, rows.GetLength(0)).Select(r => Row(rows, r))] },
        _ => PlainValues.Write(value),
    };

    private static PlainValue Row(object?[,] rows, int row)
        => new() { Type = PlainValue.List, Items = [.. Enumerable.Range(0, rows.GetLength(1)).Select(c => PlainValues.Write(rows[row, c]))] };

    private MigrationOperation Read(PlainValue form)
    {
        if (form.Type is not (PlainValue.Object or PlainValue.Map))
            throw new PlainFormException("it is no object");
        var kind = form.Members.FirstOrDefault(m => m.Name.Equals(Kind, StringComparison.OrdinalIgnoreCase))?.Value.Text
            ?? throw new PlainFormException($"it has no {Kind}");
        return Fill(_shape.Create(kind), form);
    }

    private MigrationOperation Fill(MigrationOperation operation, PlainValue form)
    {
        var properties = _shape.Properties(operation.GetType());
        foreach (var member in form.Members.Where(m => !m.Name.Equals(Kind, StringComparison.OrdinalIgnoreCase)))
        {
            if (member.Name.Equals(Annotations, StringComparison.OrdinalIgnoreCase))
                Annotate(operation, member.Value);
            else if (properties.TryGetValue(member.Name, out var property))
                At(property.Name, () => Set(operation, property, member.Value));
            else
                throw new PlainFormException($"{OperationShape.KindOf(operation.GetType())} has no property '{member.Name}'; it has {string.Join(", ", properties.Keys)}");
        }

        MatchDefault(operation);
        return operation;
    }

    private static void Annotate(MigrationOperation operation, PlainValue annotations)
    {
        foreach (var annotation in annotations.Members)
            operation[annotation.Name] = At(annotation.Name, () => PlainValues.Read(annotation.Value));
    }

    private object? Set(MigrationOperation operation, PropertyInfo property, PlainValue form)
    {
        if (OperationShape.IsOperation(property.PropertyType))
            return SetNested(operation, property, form);
        if (OperationShape.ListOf(property.PropertyType) is { } element)
        {
            var list = (IList)property.GetValue(operation)!;
            foreach (var item in PlainConversion.Items(form))
                list.Add(Fill((MigrationOperation)Activator.CreateInstance(element)!, item));
            return list;
        }

        property.SetValue(operation, PlainConversion.To(property.PropertyType, form));
        return form;
    }

    // Old states are there already, of types that EF keeps to itself.
    private object? SetNested(MigrationOperation operation, PropertyInfo property, PlainValue form)
    {
        if (form.Type == PlainValue.Null)
            return null;
        var nested = (MigrationOperation?)property.GetValue(operation);
        if (nested is null)
            property.SetValue(operation, nested = (MigrationOperation)Activator.CreateInstance(property.PropertyType)!);
        return Fill(nested, form);
    }

    // PowerShell's 5 is an int, whatever the column holds.
    private static void MatchDefault(MigrationOperation operation)
    {
        if (operation is ColumnOperation { DefaultValue: byte or sbyte or short or ushort or int or uint or long or ulong or decimal or float or double } column
            && column.ClrType is { } type && type != column.DefaultValue.GetType() && (type.IsPrimitive || type == typeof(decimal)) && type != typeof(bool) && type != typeof(char))
            column.DefaultValue = At(nameof(column.DefaultValue), () => PlainConversion.Number(column.DefaultValue, type));
    }

    private static T At<T>(string place, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is PlainFormException or TargetInvocationException or ArgumentException or InvalidOperationException)
        {
            var cause = e is TargetInvocationException { InnerException: { } inner } ? inner : e;
            throw new PlainFormException($"{place}: {cause.Message}", e);
        }
    }
}
