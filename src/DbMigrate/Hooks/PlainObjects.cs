using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DbMigrate.Protocol;

namespace DbMigrate.Hooks;

/// <summary>
/// Plain forms as PowerShell's own objects: custom objects, hashtables, arrays and values. A value of a type that not every
/// PowerShell has is an object with <c>Type</c> and <c>Text</c>, or <c>Items</c>.
/// </summary>
internal static class PlainObjects
{
    private const string TypeName = "Type";
    private const string TextName = "Text";
    private const string ItemsName = "Items";

    public static object? Read(PlainValue value)
    {
        switch (value.Type)
        {
            case PlainValue.Null:
                return null;
            case PlainValue.Object:
                return Object(value.Members.Select(m => (m.Name, Read(m.Value))));
            case PlainValue.Map:
                var table = new Hashtable(StringComparer.Ordinal);
                foreach (var member in value.Members)
                    table[member.Name] = Read(member.Value);
                return table;
            case PlainValue.List:
                return value.Items.Select(Read).ToArray();
        }

        if (PlainText.TryRead(value.Type, value.Text, out var scalar))
            return scalar;
        if (PlainText.ElementOf(value.Type) is { } element)
            return Array(element, value.Items);
        return value.Items.Length > 0
            ? Object([(TypeName, value.Type), (ItemsName, value.Items.Select(Read).ToArray())])
            : Object([(TypeName, value.Type), (TextName, value.Text)]);
    }

    /// <exception cref="FormatException">There is no plain form of it.</exception>
    public static PlainValue Write(object? given)
    {
        var value = Unwrap(given);
        if (value is null)
            return new PlainValue();
        if (PlainText.TryWrite(value) is { } text)
            return new PlainValue { Type = value.GetType().FullName, Text = text };
        return value switch
        {
            IDictionary table => new PlainValue { Type = PlainValue.Map, Members = [.. table.Cast<DictionaryEntry>().Select(e => Member(e.Key.ToString(), e.Value))] },
            PSCustomObject => Custom((PSObject)given!),
            Array array when PlainText.IsKnown(array.GetType().GetElementType()!) => new PlainValue { Type = array.GetType().FullName, Items = [.. array.Cast<object?>().Select(Write)] },
            IEnumerable list => new PlainValue { Type = PlainValue.List, Items = [.. list.Cast<object?>().Select(Write)] },
            Enum name => new PlainValue { Type = typeof(string).FullName, Text = name.ToString() },
            _ => throw new FormatException($"a value of type {value.GetType()}, which cannot be used"),
        };
    }

    public static object? Unwrap(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value is PSObject custom ? custom.BaseObject : value;

    private static PlainValue Custom(PSObject item)
    {
        var members = item.Properties.ToDictionary(p => p.Name, p => p.Value);
        if (members.Count == 2 && members.TryGetValue(TypeName, out var type) && type is string name)
        {
            if (members.TryGetValue(TextName, out var text))
                return new PlainValue { Type = name, Text = text as string ?? "" };
            if (members.TryGetValue(ItemsName, out var items))
                return new PlainValue { Type = name, Items = Write(items).Items };
        }

        return new PlainValue { Type = PlainValue.Object, Members = [.. members.Select(m => Member(m.Key, m.Value))] };
    }

    private static PlainMember Member(string name, object? value) => new() { Name = name, Value = Write(value) };

    private static PSObject Object(IEnumerable<(string Name, object? Value)> members)
    {
        var item = new PSObject();
        foreach (var (name, value) in members)
            item.Properties.Add(new PSNoteProperty(name, value));
        return item;
    }

    private static Array Array(Type element, PlainValue[] items)
    {
        var array = System.Array.CreateInstance(element, items.Length);
        for (var i = 0; i < items.Length; i++)
            array.SetValue(Read(items[i]), i);
        return array;
    }
}
