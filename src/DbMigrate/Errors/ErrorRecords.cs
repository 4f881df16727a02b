using System;
using System.Management.Automation;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Errors;

/// <summary>Makes PowerShell's error records; the one place that fixes their id, category and recommended action.</summary>
internal static class ErrorRecords
{
    // PowerShell prints RecommendedAction from this version on.
    private static readonly Version FirstWithRecommendation = new(7, 5);

    public static ErrorRecord From(Exception exception)
        => From(exception as DbMigrateException ?? Unexpected(exception));

    private static ErrorRecord From(DbMigrateException exception) => From(exception, exception.Target.Length == 0 ? null : exception.Target);

    /// <summary>The record of an error that is about objects.</summary>
    public static ErrorRecord From(DbMigrateException exception, object? target)
    {
        var category = Enum.TryParse<ErrorCategory>(exception.Kind.Category, out var parsed) ? parsed : ErrorCategory.NotSpecified;
        return new ErrorRecord(exception, exception.Kind.Id, category, target)
        {
            ErrorDetails = new ErrorDetails(DisplayText(exception)) { RecommendedAction = exception.Action },
        };
    }

    private static DbMigrateException Unexpected(Exception exception)
        => ErrorCatalogue.Unexpected.Error($"DbMigrate failed unexpectedly: {exception.Message}", exception.GetType().FullName, inner: exception);

    private static string DisplayText(DbMigrateException exception)
        => EngineVersion() >= FirstWithRecommendation ? exception.Message : exception.Message + Environment.NewLine + exception.Action;

    private static Version EngineVersion() => typeof(PSObject).Assembly.GetName().Version;
}
