using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Protocol;

namespace DbMigrate.Engine.Hooks.Operations;

/// <summary>Values of defaults, rows and annotations: scalars, arrays and lists of any depth.</summary>
internal static class PlainValues
{
    /// <exception cref="PlainFormException">It is of a type that has no plain form.</exception>
    public static PlainValue Write(object? value)
    {
        if (value is null or DBNull)
            return new PlainValue();
        if (PlainScalar.TryWrite(value) is { } text)
            return new PlainValue { Type = PlainType.NameOf(value.GetType()), Text = text };
        return IsCollection(value.GetType())
            ? new PlainValue { Type = PlainType.NameOf(value.GetType()), Items = [.. ((IEnumerable)value).Cast<object?>().Select(Write)] }
            : throw new PlainFormException($"a value of type {value.GetType()} cannot be given to a hook");
    }

    /// <exception cref="PlainFormException">It is no value.</exception>
    public static object? Read(PlainValue value)
    {
        switch (value.Type)
        {
            case PlainValue.Null:
                return null;
            case PlainValue.Object or PlainValue.Map:
                throw new PlainFormException("an object stands where a value belongs");
            case PlainValue.List:
                return Collect(value, null);
            default:
                var type = PlainType.Find(value.Type);
                return IsCollection(type) ? Collect(value, type) : PlainScalar.Read(type, value.Text);
        }
    }

    // A list from PowerShell has no type of its own: it is that of its items where they have one.
    private static object Collect(PlainValue value, Type? type)
    {
        var items = value.Items.Select(Read).ToList();
        var types = items.Select(i => i?.GetType()).Distinct().ToList();
        var element = type is null ? (types is [{ } one] ? one : typeof(object)) : type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[0];
        var array = Array.CreateInstance(element, items.Count);
        for (var i = 0; i < items.Count; i++)
            array.SetValue(items[i], i);
        return type is { IsArray: false } ? Activator.CreateInstance(type, array)! : array;
    }

    private static bool IsCollection(Type type)
        => (type.IsArray && type.GetArrayRank() == 1 && type != typeof(byte[])) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>));
}
