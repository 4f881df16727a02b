using System.Management.Automation;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Hooks;

/// <summary>What is said of a hook that failed: its message and its place.</summary>
internal static class HookErrors
{
    /// <param name="name">The hook, or the file itself.</param>
    /// <param name="exception">What it threw.</param>
    /// <param name="file">The hooks file.</param>
    /// <param name="line">Where the hook begins; 0 for the file itself.</param>
    public static DbMigrateException Failed(string name, RuntimeException exception, string file, int line)
    {
        var kind = exception.ErrorRecord?.Exception is DbMigrateException { Kind: var own } && own == ErrorCatalogue.HookReentered ? own : ErrorCatalogue.HookFailed;
        return kind.Error($"{name} failed at {Place(exception, file, line)}: {Message(exception)}", file);
    }

    public static DbMigrateException LeftLoop(string name, string file, int line)
        => ErrorCatalogue.HookFailed.Error($"{name} ({file}:{line}) uses break or continue outside of a loop.", file, "Leave a hook with return.");

    public static DbMigrateException Invalid(string what, string file) => ErrorCatalogue.HooksInvalid.Error($"{what}.", file);

    private static string Message(RuntimeException exception)
        => exception is ParseException { Errors.Length: > 0 } parse ? parse.Errors[0].Message : exception.ErrorRecord?.Exception?.Message ?? exception.Message;

    private static string Place(RuntimeException exception, string file, int line)
    {
        if (exception is ParseException { Errors.Length: > 0 } parse)
            return $"{file}:{parse.Errors[0].Extent.StartLineNumber}";
        var place = exception.ErrorRecord?.InvocationInfo;
        if (place?.ScriptName is { Length: > 0 } script)
            return $"{script}:{place.ScriptLineNumber}";
        return line > 0 ? $"{file}:{line}" : file;
    }
}
