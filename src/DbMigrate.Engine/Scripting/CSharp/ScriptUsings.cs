using System;
using System.Collections.Generic;

namespace DbMigrate.Engine.Scripting.CSharp;

/// <summary>The namespaces that a script's code needs.</summary>
internal sealed class ScriptUsings
{
    private readonly SortedSet<string> _namespaces = new(StringComparer.Ordinal) { "Microsoft.EntityFrameworkCore.Migrations" };

    /// <summary>The directives, System first.</summary>
    public IEnumerable<string> Directives
    {
        get
        {
            if (_namespaces.Contains(nameof(System)))
                yield return $"using {nameof(System)};";
            foreach (var name in _namespaces)
            {
                if (name != nameof(System))
                    yield return $"using {name};";
            }
        }
    }

    public void AddIf(bool condition, string name)
    {
        if (condition)
            _namespaces.Add(name);
    }
}
