using System;

namespace DbMigrate.Revisions.Errors;

/// <summary>
/// A failure that a user can understand and act on. Its <see cref="Kind"/> fixes id and category; the message
/// names what is involved. PowerShell shows it as an error record, never with a stack trace.
/// </summary>
public sealed class DbMigrateException : Exception
{
    /// <summary>Creates the exception for an error of the catalogue.</summary>
    /// <param name="kind">The entry of <see cref="ErrorCatalogue"/>.</param>
    /// <param name="message">What happened, with the names involved; further lines may hold compiler output or a statement.</param>
    /// <param name="target">The revision, file or database concerned.</param>
    /// <param name="action">The next step, where it can be said better than in the catalogue.</param>
    /// <param name="inner">The cause, for the debug stream.</param>
    public DbMigrateException(ErrorKind kind, string message, string? target = null, string? action = null, Exception? inner = null)
        : base(message, inner)
    {
        Kind = kind;
        Target = target ?? "";
        Action = action ?? kind.Action;
    }

    /// <summary>The entry of the catalogue.</summary>
    public ErrorKind Kind { get; }

    /// <summary>The revision, file or database concerned; empty where there is none.</summary>
    public string Target { get; }

    /// <summary>The recommended next step.</summary>
    public string Action { get; }

    /// <summary>The decisions that are missing; null where the failure is of another kind.</summary>
    public OpenDecisions? Open { get; init; }
}
