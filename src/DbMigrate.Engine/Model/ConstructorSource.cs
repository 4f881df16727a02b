using System;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace DbMigrate.Engine.Model;

/// <summary>Calls the public constructor without parameters, or one whose parameters all have defaults.</summary>
internal sealed class ConstructorSource : ContextSource
{
    public override DbContext? TryCreate(ContextCandidate candidate)
    {
        var constructor = candidate.Type.GetConstructor(Type.EmptyTypes)
            ?? Array.Find(candidate.Type.GetConstructors(), c => Array.TrueForAll(c.GetParameters(), p => p.HasDefaultValue));
        if (constructor is null)
            return null;
        var arguments = Array.ConvertAll(constructor.GetParameters(), p => p.DefaultValue);
        return (DbContext)constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }
}
