using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;

namespace DbMigrate.Module.Tests.Hosting;

/// <summary>Keeps what is shown; answers questions by the labels of their choices or by text, and cannot answer without.</summary>
internal sealed class RecordingUserInterface(PSHostRawUserInterface raw) : PSHostUserInterface
{
    /// <summary>The answer that is no answer: the key that ends the pipeline.</summary>
    public const string Escape = "Esc";

    private readonly StringBuilder _text = new();

    public Queue<string> Answers { get; } = new();

    public List<string> Questions { get; } = [];

    /// <summary>The questions with a choice, as a person sees them: caption, labels, and in brackets what Enter takes.</summary>
    public List<string> Choices { get; } = [];

    /// <summary>What a host throws that cannot ask, or whose user stops the pipeline in a question.</summary>
    public Exception Refusal { get; set; } = new HostException("This host has nobody to ask.");

    public List<ProgressRecord> Progress { get; } = [];

    public override PSHostRawUserInterface RawUI => raw;

    public override bool SupportsVirtualTerminal => false;

    public string TakeText()
    {
        // The host, not the formatter, takes colours out; meaning must not depend on them.
        var text = Regex.Replace(_text.ToString(), @"\e\[[0-9;]*m", "").ReplaceLineEndings("\n");
        _text.Clear();
        return text;
    }

    public override void Write(string value) => _text.Append(value);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => _text.Append(value);

    public override void WriteLine(string value) => _text.AppendLine(value);

    public override void WriteErrorLine(string value) => _text.AppendLine(value);

    public override void WriteWarningLine(string message) => _text.AppendLine("WARNING: " + message);

    public override void WriteVerboseLine(string message) => _text.AppendLine("VERBOSE: " + message);

    public override void WriteDebugLine(string message) => _text.AppendLine("DEBUG: " + message);

    public override void WriteProgress(long sourceId, ProgressRecord record) => Progress.Add(record);

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        Questions.Add(message);
        Choices.Add($"{caption} {string.Join(", ", choices.Select((c, i) => i == defaultChoice ? $"[{c.Label}]" : c.Label))}");
        if (!Answers.TryDequeue(out var answer))
            throw Refusal;
        if (answer == Escape)
            throw new PipelineStoppedException();
        return choices.Select(c => c.Label.Replace("&", "", StringComparison.Ordinal)).ToList().IndexOf(answer);
    }

    public override string ReadLine() => throw new NotSupportedException();

    public override SecureString ReadLineAsSecureString() => throw new NotSupportedException();

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
    {
        Questions.Add(message);
        return Answers.TryDequeue(out var answer) ? new() { [descriptions.Single().Name] = answer } : throw Refusal;
    }

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName)
        => throw new NotSupportedException();

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options)
        => throw new NotSupportedException();
}
