using System;
using System.Reflection;
using DbMigrate.Engine.Model.Hosting;
using Microsoft.EntityFrameworkCore;

namespace DbMigrate.Engine.Model;

/// <summary>Calls the public constructor without parameters, or one whose parameters all have defaults.</summary>
/// <param name="app">Has been asked before, and had no services.</param>
internal sealed class ConstructorSource(AppServices app) : ContextSource
{
    public override DbContext? TryCreate(ContextCandidate candidate)
    {
        var constructor = candidate.Type.GetConstructor(Type.EmptyTypes)
            ?? Array.Find(candidate.Type.GetConstructors(), c => Array.TrueForAll(c.GetParameters(), p => p.HasDefaultValue));
        if (constructor is null)
            return null;
        app.WarnOfFailure(candidate.FullName);
        var arguments = Array.ConvertAll(constructor.GetParameters(), p => p.DefaultValue);
        return (DbContext)constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }
}
