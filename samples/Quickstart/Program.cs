using System;
using System.IO;
using System.Management.Automation.Runspaces;
using Quickstart;

// Shows quickstart.ps1 as it runs, statement by statement, with what each one prints: the real PowerShell engine,
// hosted, so that only the .NET SDK is needed.
var script = Path.Combine(FindHere(AppContext.BaseDirectory), "quickstart.ps1");
var state = InitialSessionState.CreateDefault2();
if (OperatingSystem.IsWindows())
    state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.RemoteSigned;
using var runspace = RunspaceFactory.CreateRunspace(new ConsoleHost(), state);
runspace.Open();
Runspace.DefaultRunspace = runspace;
return ShownScript.Run(runspace, script) ? 0 : 1;

static string FindHere(string folder)
{
    for (var parent = new DirectoryInfo(folder); parent is not null; parent = parent.Parent)
    {
        var here = Path.Combine(parent.FullName, "samples", "Quickstart");
        if (File.Exists(Path.Combine(here, "quickstart.ps1")))
            return here;
    }

    throw new FileNotFoundException("quickstart.ps1 is not where it belongs, in samples/Quickstart of the repository.");
}
