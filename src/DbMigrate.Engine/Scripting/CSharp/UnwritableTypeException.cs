using System;

namespace DbMigrate.Engine.Scripting.CSharp;

/// <summary>A value or type has no form in C# that a script could hold; caught where the operation is known.</summary>
internal sealed class UnwritableTypeException(Type type) : Exception($"No C# for {type}.")
{
    public Type Type { get; } = type;
}
