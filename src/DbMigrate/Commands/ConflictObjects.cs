using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using DbMigrate.Errors;
using DbMigrate.Output;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Commands;

/// <summary>Conflicts of a merge as objects, and as the error that lists them.</summary>
internal static class ConflictObjects
{
    /// <summary>The error of a merge that cannot be, with the conflicts as its target object; null where there are none.</summary>
    public static ErrorRecord? Error(NewRevisionRequest request, MergeResult result)
    {
        var conflicts = From(result.Conflicts);
        return conflicts.Length == 0 ? null : ErrorRecords.From(Error(conflicts, request.Parents, request.Folder.Root), conflicts);
    }

    private static MigrationConflict[] From(IEnumerable<ConflictInfo> conflicts) =>
    [
        .. conflicts.Select(c => new MigrationConflict
        {
            Database = c.Database,
            Kind = c.Kind,
            Object = c.Object,
            Text = c.Text,
            Changes = [.. c.Changes.Select(s => new MigrationConflictChange { Revision = s.Revision, Message = s.Message, Path = s.Path, Text = s.Text })],
        }),
    ];

    private static DbMigrateException Error(IReadOnlyList<MigrationConflict> conflicts, IReadOnlyList<string> parents, string root)
        => ErrorCatalogue.MergeConflict.Error(
            $"{string.Join(" and ", parents)} cannot be merged: {(conflicts.Count == 1 ? "there is a conflict" : $"there are {conflicts.Count} conflicts")}. Nothing was written.\n"
                + string.Join("\n", conflicts.SelectMany(c => Lines(c, root))),
            string.Join(", ", parents));

    private static IEnumerable<string> Lines(MigrationConflict conflict, string root)
        => conflict.Changes.Select(c => $"    {c.Revision}{(c.Message.Length == 0 ? "" : $" '{c.Message}'")} {c.Text} ({Relative(c.Path, root)})")
            .Prepend($"  {(conflict.Database.Length == 0 ? "" : $"database '{conflict.Database}', ")}{conflict.Object}: {conflict.Text}");

    private static string Relative(string path, string root)
        => path.StartsWith(root, StringComparison.Ordinal) ? path.Substring(root.Length).TrimStart('/', '\\') : path;
}
