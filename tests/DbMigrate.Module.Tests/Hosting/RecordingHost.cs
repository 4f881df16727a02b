using System;
using System.Globalization;
using System.Management.Automation.Host;

namespace DbMigrate.Module.Tests.Hosting;

/// <summary>A host that keeps what it is told to show and answers from a script.</summary>
internal sealed class RecordingHost(string name) : PSHost
{
    public const string PackageManager = "Package Manager Host";

    public RecordingUserInterface Recorded { get; } = new(name == PackageManager ? new BareRawUserInterface() : new FixedRawUserInterface());

    public override string Name { get; } = name;

    public override Version Version { get; } = new(1, 0);

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override PSHostUserInterface UI => Recorded;

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode) => throw new InvalidOperationException("A cmdlet must not end the host.");
}
