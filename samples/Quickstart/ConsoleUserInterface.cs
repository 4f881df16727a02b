using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;
using System.Security;

namespace Quickstart;

/// <summary>Prints; asks nothing, because the quickstart has nobody to ask.</summary>
internal sealed class ConsoleUserInterface : PSHostUserInterface
{
    private readonly WideConsole _raw = new();

    public override PSHostRawUserInterface RawUI => _raw;

    public override void Write(string value) => Console.Write(Shown(value));

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => Console.Write(Shown(value));

    public override void WriteLine(string value) => Console.WriteLine(Shown(value));

    public override void WriteErrorLine(string value) => ConsoleHost.WriteColored(ConsoleColor.Red, value);

    public override void WriteWarningLine(string message) => ConsoleHost.WriteColored(ConsoleColor.Yellow, "WARNING: " + message);

    public override void WriteVerboseLine(string message) => Console.WriteLine("VERBOSE: " + message);

    public override void WriteDebugLine(string message) => Console.WriteLine("DEBUG: " + message);

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        // A log of a run is easier to read without it.
    }

    public override string ReadLine() => throw NobodyToAsk();

    public override SecureString ReadLineAsSecureString() => throw NobodyToAsk();

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) => throw NobodyToAsk();

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) => throw NobodyToAsk();

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) => throw NobodyToAsk();

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) => throw NobodyToAsk();

    private static string Shown(string text) => ConsoleHost.IsPlain ? new StringDecorated(text).ToString(OutputRendering.PlainText) : text;

    private static NotSupportedException NobodyToAsk() => new("The quickstart runs by itself.");
}
