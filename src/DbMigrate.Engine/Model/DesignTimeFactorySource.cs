using System;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace DbMigrate.Engine.Model;

/// <summary>Asks the user's <c>IDesignTimeDbContextFactory&lt;T&gt;</c>.</summary>
/// <param name="arguments">What the factory gets, as the app would.</param>
internal sealed class DesignTimeFactorySource(string[] arguments) : ContextSource
{
    public override DbContext? TryCreate(ContextCandidate candidate)
    {
        if (candidate.Factory is not { } type)
            return null;
        var factory = Activator.CreateInstance(type, nonPublic: true);
        var create = typeof(IDesignTimeDbContextFactory<>).MakeGenericType(candidate.Type).GetMethod("CreateDbContext")!;
        return (DbContext?)create.Invoke(factory, BindingFlags.DoNotWrapExceptions, null, [arguments], null)
            ?? throw new InvalidOperationException($"{type.Name}.CreateDbContext returned null.");
    }
}
