using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace DbMigrate.Hooks;

/// <summary>One script block of <c>env.ps1</c>.</summary>
/// <param name="name">Its key.</param>
/// <param name="block">The block, bound to the scope of the file.</param>
/// <param name="file">Full path of the file.</param>
internal sealed class Hook(string name, ScriptBlock block, string file)
{
    public string File => file;

    /// <summary>Runs it on the thread of the cmdlet and returns its output.</summary>
    /// <exception cref="DbMigrate.Revisions.Errors.DbMigrateException"><c>HookFailed</c>, <c>HookReentered</c>.</exception>
    public IReadOnlyList<PSObject> Invoke(params object?[] arguments)
    {
        using (RunningHook.Enter(Runspace.DefaultRunspace, "The hook " + name))
            return HookCall.Guard("The hook " + name, file, block.Ast.Extent.StartLineNumber, () => block.Invoke(arguments));
    }
}
