using System;
using System.Management.Automation;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Hooks;

/// <summary>Turns what a hook throws into errors of the catalogue; what stops the pipeline passes.</summary>
internal static class HookCall
{
    /// <exception cref="DbMigrateException"><c>HookFailed</c>, <c>HookReentered</c>.</exception>
    public static T Guard<T>(string name, string file, int line, Func<T> call)
    {
        try
        {
            return call();
        }
        catch (RuntimeException e) when (e is not PipelineStoppedException)
        {
            throw HookErrors.Failed(name, e, file, line);
        }
        // They look for a loop around the cmdlet, and would end it, or the script, without a word.
        catch (FlowControlException e) when (e is BreakException or ContinueException)
        {
            throw HookErrors.LeftLoop(name, file, line);
        }
    }
}
