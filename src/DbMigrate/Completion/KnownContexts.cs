using System.Collections.Generic;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using DbMigrate.Protocol;

namespace DbMigrate.Completion;

/// <summary>The contexts that a runspace's worker last reported, so that completion need not start one.</summary>
internal static class KnownContexts
{
    private static readonly ConditionalWeakTable<Runspace, IReadOnlyList<ContextInfo>> ByRunspace = new();

    public static IReadOnlyList<ContextInfo> Of(Runspace? runspace)
        => runspace is not null && ByRunspace.TryGetValue(runspace, out var contexts) ? contexts : [];

    public static void Remember(Runspace runspace, IReadOnlyList<ContextInfo> contexts)
    {
        ByRunspace.Remove(runspace);
        ByRunspace.Add(runspace, contexts);
    }
}
