using System.Collections.Generic;
using System.Linq;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Commands;

/// <summary>
/// Checks what was bound to a parameter that takes revisions. The binder's own check would refuse one object of a
/// pipeline and go on with the others; a plan is made from all of them or not at all.
/// </summary>
internal static class RevisionArgument
{
    public static IReadOnlyList<string> Check(IReadOnlyCollection<string?>? revisions, string parameter = "Revision")
        => revisions is { Count: > 0 } ? [.. revisions.Select(r => Check(r, parameter))] : throw Missing(parameter);

    public static string Check(string? revision, string parameter)
        => string.IsNullOrWhiteSpace(revision) ? throw Missing(parameter) : revision!.Trim();

    private static DbMigrateException Missing(string parameter) => ErrorCatalogue.RevisionMissing.Error($"-{parameter} is null or empty.");
}
