using System;
using System.Collections.Generic;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Sql.Text;

/// <summary>The SQL by which plain values go into JSON as EF Core reads it, and come out of it.</summary>
internal abstract class JsonSql
{
    /// <summary>An object.</summary>
    /// <param name="column">The column that gets it.</param>
    /// <param name="values">The names in it, and values as <see cref="Write"/> gives them.</param>
    public abstract string Object(Column column, IEnumerable<(string Name, string Value)> values);

    /// <summary>A column's value for an object; null for a type whose values are not the same in JSON.</summary>
    /// <param name="source">The column.</param>
    /// <param name="name">Its name as SQL.</param>
    public abstract string? Write(Column source, string name);

    /// <summary>A value out of an object; null for a type whose values are not the same in JSON.</summary>
    /// <param name="column">The column with the object.</param>
    /// <param name="name">The name in it.</param>
    /// <param name="target">The column that gets the value.</param>
    public abstract string? Read(Column column, string name, Column target);

    /// <summary>Whether a type is a text, a number or a Boolean on every database and in JSON.</summary>
    /// <param name="type">The provider's CLR type.</param>
    protected static bool IsPlain(Type? type)
        => type == typeof(string) || type == typeof(Guid) || type == typeof(DateOnly) || Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Int64 or TypeCode.Single or TypeCode.Double;

    /// <summary>A text as a literal.</summary>
    /// <param name="text">The text.</param>
    protected static string Literal(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}
