using System.Collections.Generic;
using System.Linq;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Commands;

/// <summary>
/// Checks what was bound to <c>-Revision</c>. The binder's own check would refuse one object of a pipeline and go on
/// with the others; a plan is made from all of them or not at all.
/// </summary>
internal static class RevisionArgument
{
    public static IReadOnlyList<string> Check(IReadOnlyCollection<string?>? revisions)
        => revisions is { Count: > 0 } && revisions.All(r => !string.IsNullOrWhiteSpace(r))
            ? [.. revisions.Select(r => r!.Trim())]
            : throw ErrorCatalogue.RevisionMissing.Error("-Revision is null or empty.");
}
