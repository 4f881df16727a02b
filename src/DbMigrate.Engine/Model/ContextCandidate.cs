using System;

namespace DbMigrate.Engine.Model;

/// <summary>A context found in a target.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Factory">The <c>IDesignTimeDbContextFactory&lt;T&gt;</c> that makes it; null where there is none.</param>
internal sealed record ContextCandidate(Type Type, Type? Factory)
{
    public string Name => Type.Name;

    public string FullName => Type.FullName ?? Type.Name;
}
