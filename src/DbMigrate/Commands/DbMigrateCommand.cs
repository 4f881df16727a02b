using System;
using System.ComponentModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Threading;
using DbMigrate.Errors;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;
using DbMigrate.Worker;

namespace DbMigrate.Commands;

/// <summary>What all cmdlets share: stopping, and errors that always come from the catalogue.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class DbMigrateCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    private protected CancellationToken StopToken => _stop.Token;

    /// <summary>What this command was given and never shows.</summary>
    private protected SecretTexts Secrets { get; } = new();

    /// <inheritdoc />
    protected sealed override void BeginProcessing() => Guard(() =>
    {
        new PackageManagerConsole(this, ModuleLayout.Installed).WarnOfTakenName();
        Begin();
    });

    /// <inheritdoc />
    protected sealed override void ProcessRecord() => Guard(Process);

    /// <inheritdoc />
    protected sealed override void EndProcessing() => Guard(End);

    /// <inheritdoc />
    protected sealed override void StopProcessing() => _stop.Cancel();

    /// <inheritdoc />
    public void Dispose() => _stop.Dispose();

    private protected virtual void Begin()
    {
    }

    private protected virtual void Process()
    {
    }

    private protected virtual void End()
    {
    }

    /// <summary>The value of a parameter that may also come from the environment, as <c>DBMIGRATE_&lt;PARAMETER&gt;</c>.</summary>
    private protected static string FromEnvironment(string parameter)
        => Environment.GetEnvironmentVariable("DBMIGRATE_" + parameter.ToUpperInvariant()) ?? "";

    /// <summary>A number of seconds: from the parameter, the environment, else as configured.</summary>
    private protected int Seconds(string parameter, int value, int? configured)
    {
        if (MyInvocation.BoundParameters.ContainsKey(parameter))
            return value;
        var text = FromEnvironment(parameter);
        if (text.Length == 0)
            return configured ?? value;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? seconds
            : throw ErrorCatalogue.EnvironmentInvalid.Error($"DBMIGRATE_{parameter.ToUpperInvariant()} is '{text}'; it must be a whole number of seconds.", text);
    }

    /// <summary>Writes to the debug stream without secrets, also where <c>-Debug</c> means to ask after each line and nobody can be asked.</summary>
    internal new void WriteDebug(string text) => Tell(text, base.WriteDebug, line => Host.UI.WriteDebugLine(line));

    /// <summary>As <see cref="WriteDebug"/>, to the verbose stream: <c>-Debug</c> means it too.</summary>
    internal new void WriteVerbose(string text) => Tell(text, base.WriteVerbose, line => Host.UI.WriteVerboseLine(line));

    /// <summary>As <see cref="WriteDebug"/>, to the warning stream: <c>-Debug</c> means it too.</summary>
    internal new void WriteWarning(string text) => Tell(text, base.WriteWarning, line => Host.UI.WriteWarningLine(line));

    private void Tell(string text, Action<string> write, Action<string> show)
    {
        var shown = Secrets.Clean(text);
        try
        {
            write(shown);
        }
        catch (Exception e) when (e is HostException or not (RuntimeException or FlowControlException))
        {
            show(shown);
        }
    }

    private void Guard(Action action)
    {
        try
        {
            action();
        }
        // The engine's own: a stop, an error that the user's preference made final, a prompt that was answered with "halt".
        catch (Exception e) when (e is RuntimeException or FlowControlException)
        {
            throw;
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (Exception e)
        {
            if (e.InnerException is { } cause)
                WriteDebug(cause.ToString());
            ThrowTerminatingError(ErrorRecords.From(e));
        }
    }
}
