using System;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Hooks;

/// <summary>
/// Which hook of a runspace runs. A cmdlet of ours that it calls would need the worker that waits for the hook, or the
/// lock that its command holds; it is refused instead of waiting for itself.
/// </summary>
internal sealed class RunningHook
{
    private static readonly ConditionalWeakTable<Runspace, RunningHook> All = new();

    private string? _name;

    /// <summary>Marks a hook as running until the result is disposed.</summary>
    public static IDisposable Enter(Runspace runspace, string name)
    {
        var running = All.GetOrCreateValue(runspace);
        running._name = name;
        return new End(running);
    }

    /// <exception cref="DbMigrateException"><c>HookReentered</c>.</exception>
    public static void RequireNone(Runspace runspace, string command)
    {
        if (All.TryGetValue(runspace, out var running) && running._name is { } name)
            throw ErrorCatalogue.HookReentered.Error($"{name} calls {command}, which needs what the command that runs the hook holds.", name);
    }

    private sealed class End(RunningHook running) : IDisposable
    {
        public void Dispose() => running._name = null;
    }
}
