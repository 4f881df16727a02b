using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DbMigrate.Protocol;

namespace DbMigrate.Engine.Hooks.Operations;

/// <summary>From a plain form to the type of a property; what a person wrote may be close to it only.</summary>
internal static class PlainConversion
{
    public static object? To(Type type, PlainValue form)
    {
        if (type == typeof(object))
            return PlainValues.Read(form);
        if (form.Type == PlainValue.Null)
            return type.IsValueType && Nullable.GetUnderlyingType(type) is null ? throw new PlainFormException("it cannot be null") : null;
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(object[,]))
            return Rows(form);
        if (plain.IsArray)
            return Array(plain.GetElementType()!, form);
        if (form.Type is PlainValue.Object or PlainValue.Map || form.Items.Length > 0)
            throw new PlainFormException($"it must be {Describe(plain)}");
        return plain == typeof(Type) ? PlainType.Find(form.Text) : PlainScalar.Read(plain, form.Text);
    }

    /// <summary>The items of a list; PowerShell makes a list of one item to that item.</summary>
    public static IReadOnlyList<PlainValue> Items(PlainValue form) => form.Type switch
    {
        PlainValue.Null => [],
        PlainValue.List => form.Items,
        _ when form.Items.Length > 0 || form.Type.EndsWith("[]", StringComparison.Ordinal) => form.Items,
        _ => [form],
    };

    /// <exception cref="PlainFormException">The type cannot hold it.</exception>
    public static object Number(object value, Type type)
    {
        try
        {
            return Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
        }
        catch (OverflowException e)
        {
            throw new PlainFormException($"{value} is no {type.Name}", e);
        }
    }

    private static Array Array(Type element, PlainValue form)
    {
        var items = Items(form);
        var array = System.Array.CreateInstance(element, items.Count);
        for (var i = 0; i < items.Count; i++)
            array.SetValue(To(element, items[i]), i);
        return array;
    }

    private static object?[,] Rows(PlainValue form)
    {
        var rows = Items(form).Select(Items).ToList();
        if (rows.Select(r => r.Count).Distinct().Count() > 1)
            throw new PlainFormException("its rows have different numbers of values");
        var values = new object?[rows.Count, rows.Count == 0 ? 0 : rows[0].Count];
        for (var i = 0; i < values.Length; i++)
            values[i / values.GetLength(1), i % values.GetLength(1)] = PlainValues.Read(rows[i / values.GetLength(1)][i % values.GetLength(1)]);
        return values;
    }

    private static string Describe(Type type) => type == typeof(string) ? "text" : type.Name;
}
