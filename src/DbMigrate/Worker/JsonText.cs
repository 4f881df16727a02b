using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace DbMigrate.Worker;

/// <summary>
/// Messages to JSON and back. The framework's reader and writer do the text; only the mapping is ours, because the
/// contract serializers take no internal types and a JSON library would be a dependency inside PowerShell.
/// </summary>
internal static class JsonText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static string Write(object message)
    {
        using var stream = new MemoryStream();
        using (var writer = JsonReaderWriterFactory.CreateJsonWriter(stream, Utf8, ownsStream: false))
        {
            WriteValue(writer, "root", message);
        }

        return Utf8.GetString(stream.ToArray());
    }

    /// <exception cref="FormatException">The text is not JSON of that shape.</exception>
    public static T Read<T>(string text)
        where T : new()
    {
        var tree = Parse(text);
        try
        {
            return ReadValue(tree, typeof(T)) is T message ? message : throw new FormatException($"The text is no {typeof(T).Name}.");
        }
        catch (Exception e) when (e is InvalidCastException or OverflowException or ArgumentException or MissingMethodException)
        {
            throw new FormatException($"The text is JSON, but no {typeof(T).Name}.", e);
        }
    }

    /// <summary>The text as a tree; names that XML forbids are in an attribute, see <see cref="NameOf"/>.</summary>
    /// <exception cref="FormatException">The text is not JSON.</exception>
    public static XElement Parse(string text)
    {
        try
        {
            using var reader = JsonReaderWriterFactory.CreateJsonReader(Utf8.GetBytes(text), XmlDictionaryReaderQuotas.Max);
            return JsonTree.Read(reader);
        }
        catch (Exception e) when (e is XmlException or InvalidOperationException)
        {
            throw new FormatException("The text is not JSON.", e);
        }
    }

    /// <summary>The JSON name of a member.</summary>
    public static string NameOf(XElement member) => member.Attribute("item")?.Value ?? member.Name.LocalName;

    /// <summary>The JSON type of a value.</summary>
    public static string TypeOf(XElement value) => value.Attribute("type")?.Value ?? "string";

    private static void WriteValue(XmlDictionaryWriter writer, string name, object? value)
    {
        writer.WriteStartElement(name);
        switch (value)
        {
            case null:
                writer.WriteAttributeString("type", "null");
                break;
            case string text:
                writer.WriteString(text);
                break;
            case bool flag:
                writer.WriteAttributeString("type", "boolean");
                writer.WriteString(flag ? "true" : "false");
                break;
            case int or long:
                writer.WriteAttributeString("type", "number");
                writer.WriteString(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
            case IEnumerable items:
                writer.WriteAttributeString("type", "array");
                foreach (var item in items)
                {
                    WriteValue(writer, "item", item);
                }

                break;
            default:
                writer.WriteAttributeString("type", "object");
                foreach (var property in PropertiesOf(value.GetType()))
                {
                    WriteValue(writer, property.Name, property.GetValue(value));
                }

                break;
        }

        writer.WriteEndElement();
    }

    private static object? ReadValue(XElement value, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return TypeOf(value) switch
        {
            "null" => null,
            "array" => ReadArray(value, plain.GetElementType() ?? throw new FormatException($"A {plain.Name} is no array.")),
            "object" => ReadObject(value, plain),
            "boolean" => value.Value == "true",
            "number" => Convert.ChangeType(value.Value, plain, CultureInfo.InvariantCulture),
            _ => value.Value,
        };
    }

    private static Array ReadArray(XElement value, Type type)
    {
        var items = value.Elements().Select(e => ReadValue(e, type)).ToArray();
        var array = Array.CreateInstance(type, items.Length);
        Array.Copy(items, array, items.Length);
        return array;
    }

    private static object ReadObject(XElement value, Type type)
    {
        var result = type.IsClass ? Activator.CreateInstance(type)! : throw new FormatException($"An object is no {type.Name}.");
        var properties = PropertiesOf(type).ToDictionary(p => p.Name, StringComparer.Ordinal);
        foreach (var member in value.Elements())
        {
            // A newer worker may send what this side does not know yet.
            if (properties.TryGetValue(NameOf(member), out var property))
            {
                property.SetValue(result, ReadValue(member, property.PropertyType));
            }
        }

        return result;
    }

    private static IEnumerable<PropertyInfo> PropertiesOf(Type type)
        => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanRead && p.CanWrite);
}
