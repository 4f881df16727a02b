using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace DbMigrate.Engine.Scripting.CSharp;

/// <summary>Values as C# expressions.</summary>
internal sealed class CSharpLiteral(ScriptUsings usings, CSharpType types)
{
    // Longer arrays of bytes are unreadable as numbers anyway.
    private const int MostBytes = 32;

    /// <summary>Whether a value of a model has an expression. The model's own enums have none: scripts know nothing of them.</summary>
    public static bool CanWrite(object? value) => value switch
    {
        Enum => false,
        null or DBNull or byte[] or Guid or DateTimeOffset or DateOnly or TimeOnly or TimeSpan => true,
        IList items => items.Cast<object?>().All(CanWrite),
        _ => Type.GetTypeCode(value.GetType()) >= TypeCode.Boolean,
    };

    /// <summary>The expression of a value.</summary>
    /// <exception cref="UnwritableTypeException">There is none.</exception>
    public string Write(object? value) => value switch
    {
        null or DBNull => "null",
        string text => CSharpString.Quoted(text),
        bool flag => flag ? "true" : "false",
        char c => CSharpString.Quoted(c),
        Enum e => Write(Convert.ChangeType(e, Enum.GetUnderlyingType(e.GetType()), null)),
        Guid guid => FromSystem($"new Guid(\"{guid}\")"),
        Type type => $"typeof({types.Name(type)})",
        byte[] bytes when bytes.Length > MostBytes => FromSystem($"Convert.FromHexString(\"{Convert.ToHexString(bytes)}\")"),
        byte[] { Length: > 0 } bytes => $"new byte[] {{ {string.Join(", ", bytes)} }}",
        Array { Rank: 1 } array => Array(array),
        IList list when value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(List<>) => $"new {types.Name(type)} {{ {Items(list)} }}",
        _ => CSharpNumber.TryWrite(value) ?? (CSharpTime.TryWrite(value) is { } time ? FromSystem(time) : throw new UnwritableTypeException(value.GetType())),
    };

    /// <summary>An array of strings, as calls of the builder take them.</summary>
    public string Strings(IEnumerable<string?> values) => values.All(v => v is null) ? Array(values.ToArray()) : $"new[] {{ {Items(values)} }}";

    /// <summary>An array of objects: the values of one row.</summary>
    public string Row(IEnumerable<object?> values) => $"new object[] {{ {Items(values)} }}";

    /// <summary>The values of several rows.</summary>
    public string Rows(object?[,] values)
    {
        var rows = Enumerable.Range(0, values.GetLength(0))
            .Select(row => $"    {{ {Items(Enumerable.Range(0, values.GetLength(1)).Select(column => values[row, column]))} }}");
        return "new object[,]\n{\n" + string.Join(",\n", rows) + "\n}";
    }

    private string Array(Array array)
    {
        var element = array.GetType().GetElementType()!;
        return array.Length == 0 && !element.IsArray
            ? $"new {types.Name(element)}[0]"
            : $"new {types.Name(array.GetType())} {{ {Items(array)} }}";
    }

    private string Items(IEnumerable values) => string.Join(", ", values.Cast<object?>().Select(Write));

    private string FromSystem(string code)
    {
        usings.AddIf(true, nameof(System));
        return code;
    }
}
