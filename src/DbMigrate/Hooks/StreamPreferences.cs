using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace DbMigrate.Hooks;

/// <summary>
/// Makes hooks as loud as the cmdlet that runs them: a module does not see the caller's preferences, and a binary cmdlet's
/// <c>-Verbose</c> does not reach script blocks by itself.
/// </summary>
internal static class StreamPreferences
{
    private static readonly (string Parameter, string Variable)[] Streams =
    [
        ("Verbose", "VerbosePreference"), ("Debug", "DebugPreference"), ("WarningAction", "WarningPreference"),
        ("InformationAction", "InformationPreference"), ("WhatIf", "WhatIfPreference"),
    ];

    public static IEnumerable<KeyValuePair<string, object?>> Of(PSCmdlet command)
        => Streams.Select(s => new KeyValuePair<string, object?>(s.Variable, Value(command, s.Parameter, s.Variable)))
            // A backup that failed must not be followed by the change that it was made for.
            .Append(new("ErrorActionPreference", ActionPreference.Stop));

    /// <summary>Whether anybody sees the verbose lines of a cmdlet.</summary>
    public static bool IsVerbose(PSCmdlet command)
        => Value(command, "Verbose", "VerbosePreference") is not { } preference
            || !LanguagePrimitives.TryConvertTo<ActionPreference>(preference, out var action)
            || action is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);

    private static object? Value(PSCmdlet command, string parameter, string variable)
    {
        if (!command.MyInvocation.BoundParameters.TryGetValue(parameter, out var given))
            return command.GetVariableValue(variable);
        if (given is not SwitchParameter flag)
            return given;
        return parameter == "WhatIf" ? flag.IsPresent : flag.IsPresent ? ActionPreference.Continue : ActionPreference.SilentlyContinue;
    }
}
