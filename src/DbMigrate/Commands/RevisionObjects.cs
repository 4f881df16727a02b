using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using DbMigrate.Output;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Graph;

namespace DbMigrate.Commands;

/// <summary>Makes the objects that cmdlets return for revisions.</summary>
internal static class RevisionObjects
{
    // A type name in front of the type's own: the same object, shown in another way.
    private const string ViewTypeName = "DbMigrate.Output.MigrationRevision#";

    public static MigrationRevision From(Revision revision) => new()
    {
        Revision = revision.Id,
        Parents = [.. revision.Parents],
        DependsOn = [.. revision.DependsOn],
        Labels = [.. revision.Labels],
        Message = revision.Header.Message,
        Created = revision.Header.Created,
        Path = revision.Script.Path,
        IsHead = revision.IsHead,
        IsBranchPoint = revision.IsBranchPoint,
        IsMergePoint = revision.IsMergePoint,
    };

    public static IEnumerable<MigrationRevision> WithDatabase(IEnumerable<Revision> revisions, StatusResult status)
    {
        var applied = status.Applied.GroupBy(a => a.Revision, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);
        var current = new HashSet<string>(status.Current, StringComparer.OrdinalIgnoreCase);
        return revisions.Select(revision =>
        {
            applied.TryGetValue(revision.Id, out var row);
            return From(revision) with
            {
                IsApplied = row is not null,
                IsCurrent = current.Contains(revision.Id),
                AppliedAt = row is null ? null : Time(row.AppliedAt),
                AppliedBy = row?.AppliedBy,
            };
        });
    }

    public static PSObject AsDetail(MigrationRevision revision) => As("Detail", revision);

    public static PSObject AsBranch(MigrationRevision revision) => As("Branch", revision);

    public static PSObject AsGraph(MigrationRevision revision) => As("Graph", revision);

    public static MigrationOperation[] Operations(IEnumerable<OperationInfo> operations)
        => [.. operations.Select(o => new MigrationOperation { Kind = o.Kind, Object = o.Object, Text = o.Text, IsDestructive = o.IsDestructive })];

    private static PSObject As(string view, MigrationRevision revision)
    {
        var shown = new PSObject(revision);
        shown.TypeNames.Insert(0, ViewTypeName + view);
        return shown;
    }

    public static DateTimeOffset? Time(string text)
        => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
