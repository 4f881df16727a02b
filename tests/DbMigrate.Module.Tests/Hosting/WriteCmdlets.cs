using System;
using System.Management.Automation;

namespace DbMigrate.Module.Tests.Hosting;

/// <summary>Stands for the cmdlet of PowerShell's utility module, which the engine alone does not bring.</summary>
[Cmdlet(VerbsCommunications.Write, "Warning")]
public sealed class WriteWarningCommand : PSCmdlet
{
    [Parameter(Position = 0)]
    public string Message { get; set; } = "";

    protected override void ProcessRecord() => WriteWarning(Message);
}

/// <inheritdoc cref="WriteWarningCommand" />
[Cmdlet(VerbsCommunications.Write, "Verbose")]
public sealed class WriteVerboseCommand : PSCmdlet
{
    [Parameter(Position = 0)]
    public string Message { get; set; } = "";

    protected override void ProcessRecord() => WriteVerbose(Message);
}

/// <inheritdoc cref="WriteWarningCommand" />
[Cmdlet(VerbsCommunications.Write, "Host")]
public sealed class WriteHostCommand : PSCmdlet
{
    [Parameter(Position = 0)]
    public string Object { get; set; } = "";

    protected override void ProcessRecord() => WriteInformation(new HostInformationMessage { Message = Object }, ["PSHOST"]);
}

/// <inheritdoc cref="WriteWarningCommand" />
[Cmdlet(VerbsCommunications.Write, "Error")]
public sealed class WriteErrorCommand : PSCmdlet
{
    [Parameter(Position = 0)]
    public string Message { get; set; } = "";

    protected override void ProcessRecord() => WriteError(new ErrorRecord(new InvalidOperationException(Message), "Test", ErrorCategory.NotSpecified, null));
}
