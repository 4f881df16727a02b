using System;
using System.IO;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Threading.Tasks;

// A PowerShell process for tests: runs the script file given, prints what it emits, stops on Ctrl+C as a console
// host does, and ends with 1 after a terminating error.
using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
runspace.Open();
runspace.SessionStateProxy.Path.SetLocation(Environment.CurrentDirectory);
using var shell = PowerShell.Create(runspace);
var isStopped = false;
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    isStopped = true;

    // Not Stop: it fails where the script ends at the same moment.
    shell.BeginStop(null, null);
};

// The test that started this process is gone: nobody waits for the end of the script.
_ = Task.Run(() =>
{
    while (Console.In.Read() >= 0)
    {
    }

    Environment.Exit(1);
});

shell.Streams.Warning.DataAdded += (_, e) => Console.Error.WriteLine("WARNING: " + shell.Streams.Warning[e.Index]);
shell.Streams.Information.DataAdded += (_, e) => Console.Error.WriteLine("INFORMATION: " + shell.Streams.Information[e.Index]);
using var output = new PSDataCollection<PSObject>();
output.DataAdded += (_, e) => Console.WriteLine(output[e.Index]);
try
{
    shell.AddScript(File.ReadAllText(args[0])).Invoke(null, output);
    foreach (var error in shell.Streams.Error)
        Console.Error.WriteLine($"{error.FullyQualifiedErrorId}: {error}");
    return isStopped ? Stopped() : shell.Streams.Error.Count > 0 ? 1 : 0;
}
catch (PipelineStoppedException)
{
    return Stopped();
}
catch (RuntimeException failure)
{
    Console.Error.WriteLine($"{failure.ErrorRecord.FullyQualifiedErrorId}: {failure.ErrorRecord}");
    return 1;
}

static int Stopped()
{
    Console.Error.WriteLine("STOPPED");
    return 130;
}
