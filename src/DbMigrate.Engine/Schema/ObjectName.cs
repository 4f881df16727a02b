using System;

namespace DbMigrate.Engine.Schema;

/// <summary>Name of a table, sequence or view. Databases without schemas have <see cref="Schema"/> null everywhere.</summary>
/// <param name="Schema">The schema, or null for the database's default.</param>
/// <param name="Name">The name as the database has it.</param>
public sealed record ObjectName(string? Schema, string Name) : IComparable<ObjectName>
{
    /// <summary>Creates a name in the default schema.</summary>
    /// <param name="name">The name.</param>
    public static implicit operator ObjectName(string name) => new(null, name);

    /// <inheritdoc />
    public int CompareTo(ObjectName? other)
    {
        if (other is null)
            return 1;
        var bySchema = string.CompareOrdinal(Schema, other.Schema);
        return bySchema != 0 ? bySchema : string.CompareOrdinal(Name, other.Name);
    }

    /// <inheritdoc />
    public override string ToString() => Schema is null ? Name : Schema + "." + Name;
}
