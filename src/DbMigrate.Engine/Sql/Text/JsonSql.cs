using System;
using System.Collections.Generic;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Sql.Text;

/// <summary>The SQL by which plain values go into JSON as EF Core reads it, and come out of it.</summary>
internal abstract class JsonSql
{
    /// <summary>An object.</summary>
    /// <param name="values">The names in it, and values as <see cref="Write(JsonPart, Column, string)"/> gives them.</param>
    public abstract string Object(IEnumerable<(string Name, string Value)> values);

    /// <summary>A list of objects that are made of rows, in the order of these; an empty list where there are none.</summary>
    /// <param name="element">The object.</param>
    /// <param name="table">The table with the rows.</param>
    /// <param name="filter">Which rows, as SQL.</param>
    /// <param name="order">The columns by which the rows are in order, as SQL.</param>
    public abstract string List(string element, ObjectName table, string filter, string order);

    /// <summary>A list without elements, as a value in an object.</summary>
    public abstract string EmptyList { get; }

    /// <summary>A list that <see cref="List"/> makes, as a value in an object.</summary>
    /// <param name="list">The list.</param>
    public abstract string Inner(string list);

    /// <summary>An object or a list as a column takes it.</summary>
    /// <param name="column">The column.</param>
    /// <param name="json">The object or list.</param>
    public abstract string Store(Column column, string json);

    /// <summary>A column's value for an object; null for a type whose values are not the same in JSON.</summary>
    /// <param name="part">The property.</param>
    /// <param name="source">The column.</param>
    /// <param name="name">Its name as SQL.</param>
    public string? Write(JsonPart part, Column source, string name) => part.IsArray ? WriteArray(source, name) : WriteValue(source, name);

    /// <summary>What a column has, as <see cref="Read(string, IReadOnlyList{string}, JsonPart, Column)"/> and <see cref="Each"/> take it.</summary>
    /// <param name="column">The column with an object or a list.</param>
    /// <param name="name">Its name as SQL.</param>
    public abstract string Stored(Column column, string name);

    /// <summary>A value out of an object; null for a type whose values are not the same in JSON.</summary>
    /// <param name="json">The object.</param>
    /// <param name="names">The names in it that lead to the value.</param>
    /// <param name="part">The property.</param>
    /// <param name="target">The column that gets the value.</param>
    public string? Read(string json, IReadOnlyList<string> names, JsonPart part, Column target) => part.IsArray ? ReadArray(json, names, target) : ReadValue(json, names, target);

    /// <summary>Whether an object has another one; null where that cannot be said.</summary>
    /// <param name="json">The object.</param>
    /// <param name="names">The names in it that lead to the other one.</param>
    public abstract string? Has(string json, IReadOnlyList<string> names);

    /// <summary>A list in an object, as <see cref="Each"/> takes it, NULL where there is none; null where that cannot be said.</summary>
    /// <param name="json">The object.</param>
    /// <param name="names">The names in it that lead to the list.</param>
    public abstract string? Inner(string json, IReadOnlyList<string> names);

    /// <summary>An object with another one put into it; it is a new one where there was none.</summary>
    /// <param name="json">The object, as <see cref="Stored"/> gives it.</param>
    /// <param name="names">The names in it that lead to the other one.</param>
    /// <param name="inner">The other one.</param>
    public abstract string Put(string json, IReadOnlyList<string> names, string inner);

    /// <summary>An object as a value in another one, or null in its place.</summary>
    /// <param name="condition">When the object is there, as SQL.</param>
    /// <param name="json">The object.</param>
    public abstract string When(string condition, string json);

    /// <summary>The elements of a list, to be joined to the row that has it; none of what is NULL.</summary>
    /// <param name="json">The list.</param>
    /// <param name="alias">What an element is called, as SQL.</param>
    public abstract JsonElements Each(string json, string alias);

    /// <summary>A column's plain value.</summary>
    protected abstract string? WriteValue(Column source, string name);

    /// <summary>A column's list of plain values.</summary>
    protected abstract string? WriteArray(Column source, string name);

    /// <summary>A plain value out of an object.</summary>
    protected abstract string? ReadValue(string json, IReadOnlyList<string> names, Column target);

    /// <summary>A list of plain values out of an object.</summary>
    protected abstract string? ReadArray(string json, IReadOnlyList<string> names, Column target);

    /// <summary>Whether a type is a text, a number or a Boolean on every database and in JSON.</summary>
    /// <param name="type">The provider's CLR type.</param>
    protected static bool IsPlain(Type? type)
        => type == typeof(string) || type == typeof(Guid) || type == typeof(DateOnly) || Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Int64 or TypeCode.Single or TypeCode.Double;

    /// <summary>A text as a literal.</summary>
    /// <param name="text">The text.</param>
    protected static string Literal(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}

/// <summary>The elements of a list in JSON.</summary>
/// <param name="Source">What is joined.</param>
/// <param name="Value">An element, as <see cref="JsonSql"/> reads it.</param>
/// <param name="Position">Where in the list it is.</param>
internal sealed record JsonElements(string Source, string Value, string Position);
