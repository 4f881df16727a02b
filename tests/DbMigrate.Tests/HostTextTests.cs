using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using DbMigrate.Commands;
using Xunit;

namespace DbMigrate.Tests;

/// <summary>What is said while a pipeline stops must not replace the reason for which it stops.</summary>
public sealed class HostTextTests
{
    [Fact]
    public void A_host_without_a_user_interface_is_told_nothing() => HostText.Warn(new Host(null), "Stopped.");

    [Theory]
    [InlineData(typeof(NotImplementedException))]
    [InlineData(typeof(NotSupportedException))]
    [InlineData(typeof(HostException))]
    public void A_host_that_cannot_show_a_warning_hides_nothing(Type exception)
    {
        var shown = new List<string>();

        HostText.Warn(new Host(new Screen(text => { shown.Add(text); throw (Exception)Activator.CreateInstance(exception)!; })), "Stopped.");

        Assert.Equal(["Stopped."], shown);
    }

    private sealed class Host(PSHostUserInterface? screen) : PSHost
    {
        public override string Name => "A host";

        public override Version Version { get; } = new(1, 0);

        public override Guid InstanceId { get; } = Guid.NewGuid();

        public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

        public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

        public override PSHostUserInterface UI => screen!;

        public override void EnterNestedPrompt() => throw new NotImplementedException();

        public override void ExitNestedPrompt() => throw new NotImplementedException();

        public override void NotifyBeginApplication() => throw new NotImplementedException();

        public override void NotifyEndApplication() => throw new NotImplementedException();

        public override void SetShouldExit(int exitCode) => throw new NotImplementedException();
    }

    private sealed class Screen(Action<string> warn) : PSHostUserInterface
    {
        public override PSHostRawUserInterface RawUI => throw new NotImplementedException();

        public override void WriteWarningLine(string message) => warn(message);

        public override void Write(string value) => throw new NotImplementedException();

        public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => throw new NotImplementedException();

        public override void WriteLine(string value) => throw new NotImplementedException();

        public override void WriteErrorLine(string value) => throw new NotImplementedException();

        public override void WriteVerboseLine(string message) => throw new NotImplementedException();

        public override void WriteDebugLine(string message) => throw new NotImplementedException();

        public override void WriteProgress(long sourceId, ProgressRecord record) => throw new NotImplementedException();

        public override string ReadLine() => throw new NotImplementedException();

        public override SecureString ReadLineAsSecureString() => throw new NotImplementedException();

        public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) => throw new NotImplementedException();

        public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) => throw new NotImplementedException();

        public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) => throw new NotImplementedException();

        public override PSCredential PromptForCredential(
            string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options)
            => throw new NotImplementedException();
    }
}
