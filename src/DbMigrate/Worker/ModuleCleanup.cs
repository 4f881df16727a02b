using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace DbMigrate.Worker;

/// <summary>Ends the workers when the module is removed; those of a process that dies end by themselves.</summary>
public sealed class ModuleCleanup : IModuleAssemblyCleanup
{
    /// <summary>Called by PowerShell in the runspace that removes the module.</summary>
    /// <param name="psModuleInfo">The module that goes.</param>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        if (Runspace.DefaultRunspace is { } runspace)
        {
            WorkerPool.End(runspace);
        }
    }
}
