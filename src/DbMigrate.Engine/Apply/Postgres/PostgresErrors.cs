using System;
using System.Data.Common;
using System.Globalization;

namespace DbMigrate.Engine.Apply.Postgres;

/// <summary>PostgreSQL's error codes.</summary>
internal static class PostgresErrors
{
    public const string LockNotAvailable = "55P03";
    public const string Cancelled = "57014";
    public const string NoSuchDatabase = "3D000";
    public const string ReadOnly = "25006";
    public const string NoRight = "42501";
    private const string OutOfMemory = "53200";
    private const string DependentObjects = "2BP01";

    /// <summary>The code; empty where the server gave none, as where it was not reached.</summary>
    public static string Code(Exception exception) => (exception as DbException)?.SqlState ?? "";

    /// <summary>Whether the server has no room for more locks: its advice names the setting in any language.</summary>
    public static bool IsOutOfLocks(Exception exception) => Code(exception) == OutOfMemory && exception.Data["Hint"] is string hint && hint.Contains("max_locks_per_transaction", StringComparison.Ordinal);

    /// <summary>The server's text alone.</summary>
    public static string Text(Exception exception) => exception.Data["MessageText"] as string ?? exception.Message;

    /// <summary>
    /// All that the server says: its text, the place in the statement, the detail where the connection lets it through, and
    /// the advice, but for the one to drop with <c>CASCADE</c> what depends on a thing.
    /// </summary>
    public static string Message(Exception exception)
    {
        if (exception.Data["MessageText"] is not string text)
            return Sentence(exception.Message);
        var place = exception.Data["Position"] is int position and > 0 ? string.Create(CultureInfo.InvariantCulture, $", at character {position}") : "";
        var detail = exception.Data["Detail"] is string known && !known.StartsWith("Detail redacted", StringComparison.Ordinal) ? " DETAIL: " + Sentence(known) : "";
        var hint = exception.Data["Hint"] is string advice && Code(exception) != DependentObjects ? " HINT: " + Sentence(advice) : "";
        return Sentence($"{Code(exception)}: {text}{place}") + detail + hint;
    }

    private static string Sentence(string text) => text.TrimEnd() is var trimmed && trimmed.EndsWith('.') ? trimmed : trimmed + ".";
}
