using System;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Commands;

/// <summary>
/// Asks before something is done. Where nobody can answer, it fails with our own error, which says what to pass; the
/// host's would be an exception about a missing console, or a pipeline that waits for ever.
/// </summary>
internal sealed class Confirmation(PSCmdlet command, ConfirmImpact impact)
{
    private static readonly string[] PipelineVariables = ["CI", "TF_BUILD", "GITHUB_ACTIONS"];

    /// <summary>Whether nothing may be done, only shown.</summary>
    public bool IsWhatIf => Flag("WhatIf") ?? LanguagePrimitives.IsTrue(command.GetVariableValue("WhatIfPreference"));

    /// <summary>Whether to go on; <paramref name="reason"/> says whether it is <c>-WhatIf</c> that forbids it.</summary>
    public bool Ask(string description, string question, out ShouldProcessReason reason)
    {
        var isAsked = WouldAsk();
        if (isAsked && WhyNobodyAnswers() is { } why)
            throw Required(description, why);

        try
        {
            return command.ShouldProcess(description, question, "Confirm", out reason)
                && (!isAsked || HasBeenAsked() || command.ShouldContinue(question, "Confirm"));
        }
        catch (Exception e) when (e is not PipelineStoppedException and not FlowControlException)
        {
            throw Required(description, "the host cannot ask", e);
        }
    }

    /// <summary>Asks a question that -Confirm does not answer.</summary>
    /// <param name="what">What is special, a sentence.</param>
    /// <param name="unanswered">The error where nobody can answer.</param>
    public bool AskToContinue(string what, ErrorKind unanswered)
    {
        if (WhyNobodyAnswers() is { } why)
            throw unanswered.Error($"{what} Nobody can agree to that: {why}.");

        try
        {
            return command.ShouldContinue(what + " Go on?", "Confirm");
        }
        catch (Exception e) when (e is not PipelineStoppedException and not FlowControlException)
        {
            throw unanswered.Error($"{what} Nobody can agree to that: the host cannot ask.", inner: e);
        }
    }

    /// <summary>Why no question can be asked; null where somebody may answer.</summary>
    public string? WhyNobodyAnswers()
    {
        if (PipelineVariables.FirstOrDefault(IsSet) is { } variable)
            return $"{variable} is set, so this is a pipeline";
        if (Environment.GetCommandLineArgs().Skip(1).Any(IsNonInteractive))
            return "PowerShell was started with -NonInteractive";
        // Only PowerShell's own console asks there; other hosts have windows.
        return command.Host.Name == "ConsoleHost" && Console.IsInputRedirected ? "the console's input is redirected" : null;
    }

    private static DbMigrateException Required(string description, string why, Exception? cause = null)
        => ErrorCatalogue.ConfirmationRequired.Error($"{description} needs a confirmation, and nobody can answer: {why}.", inner: cause);

    private bool WouldAsk()
    {
        if (IsWhatIf)
            return false;
        return Flag("Confirm") ?? IsAskedBy(impact);
    }

    // The engine knows the impact of the cmdlet, and not that one of its parameters raises it.
    private bool HasBeenAsked()
        => Flag("Confirm") is not null || IsAskedBy(command.GetType().GetCustomAttribute<CmdletAttribute>()!.ConfirmImpact);

    private bool IsAskedBy(ConfirmImpact threshold)
    {
        var preference = LanguagePrimitives.ConvertTo<ConfirmImpact>(command.GetVariableValue("ConfirmPreference") ?? ConfirmImpact.High);
        return preference != ConfirmImpact.None && preference <= threshold;
    }

    private bool? Flag(string name)
        => command.MyInvocation.BoundParameters.TryGetValue(name, out var value) ? LanguagePrimitives.IsTrue(value) : null;

    private static bool IsSet(string variable)
        => Environment.GetEnvironmentVariable(variable)?.Trim().ToLowerInvariant() is not (null or "" or "0" or "false");

    private static bool IsNonInteractive(string argument)
        => argument.Length >= 5 && argument[0] is '-' or '/' && "noninteractive".StartsWith(argument.TrimStart('-', '/').ToLowerInvariant(), StringComparison.Ordinal);
}
