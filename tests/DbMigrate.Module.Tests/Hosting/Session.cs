using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace DbMigrate.Module.Tests.Hosting;

/// <summary>A PowerShell session with the built module imported, as a user has it.</summary>
internal sealed class Session : IDisposable
{
    private readonly Runspace _runspace;
    private readonly RecordingHost _host;

    public Session(string? location = null, string hostName = "Recording Host")
    {
        _host = new RecordingHost(hostName);
        _runspace = RunspaceFactory.CreateRunspace(_host, InitialSessionState.CreateDefault2());
        _runspace.Open();
        _runspace.SessionStateProxy.Path.SetLocation(location ?? Repository.Root);
        Run($"Import-Module '{Repository.Manifest}'").MustSucceed();
    }

    public RecordingUserInterface Host => _host.Recorded;

    public Runspace Runspace => _runspace;

    /// <summary>Runs a script and collects all it says.</summary>
    public Outcome Run(string script)
    {
        using var shell = Shell(script);
        return Invoke(shell);
    }

    /// <summary>Runs a script and returns what a user sees on the screen.</summary>
    public string Show(string script)
    {
        using var shell = Shell(script);
        shell.AddCommand("Out-Default");
        shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        return Invoke(shell).HostText;
    }

    /// <summary>Starts a script; the caller stops or ends it.</summary>
    public PowerShell Shell(string script)
    {
        var shell = PowerShell.Create(_runspace);
        shell.AddScript(script);
        return shell;
    }

    public Outcome Invoke(PowerShell shell)
    {
        Host.Progress.Clear();
        Host.Questions.Clear();
        Host.Choices.Clear();
        Host.TakeText();
        ErrorRecord? terminating = null;
        IReadOnlyList<PSObject> output = [];
        try
        {
            output = shell.Invoke();
        }
        catch (RuntimeException e)
        {
            terminating = e.ErrorRecord;
        }

        return new Outcome
        {
            Output = output,
            Terminating = terminating,
            Errors = [.. shell.Streams.Error],
            Warnings = [.. shell.Streams.Warning.Select(w => w.Message)],
            Verbose = [.. shell.Streams.Verbose.Select(v => v.Message)],
            HostText = Host.TakeText(),
        };
    }

    /// <summary>Ends the workers with the module, as PowerShell does at its own end, so that nobody holds the test's files.</summary>
    public void Dispose()
    {
        Run("Remove-Module DbMigrate");
        _runspace.Dispose();
    }
}
