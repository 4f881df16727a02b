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
        => exception is DbMigrateException known ? From(known) : From(Unexpected(exception));

    private static DbMigrateException Unexpected(Exception exception)
        => ErrorCatalogue.Unexpected.Error($"DbMigrate failed unexpectedly: {exception.Message}", exception.GetType().FullName, inner: exception);

    private static ErrorRecord From(DbMigrateException exception)
    {
        var category = Enum.TryParse<ErrorCategory>(exception.Kind.Category, out var parsed) ? parsed : ErrorCategory.NotSpecified;
        return new ErrorRecord(exception, exception.Kind.Id, category, exception.Target.Length == 0 ? null : exception.Target)
        {
            ErrorDetails = new ErrorDetails(DisplayText(exception)) { RecommendedAction = exception.Action },
        };
    }

    private static string DisplayText(DbMigrateException exception)
        => EngineVersion() >= FirstWithRecommendation ? exception.Message : exception.Message + Environment.NewLine + exception.Action;

    private static Version EngineVersion() => typeof(PSObject).Assembly.GetName().Version;
}
