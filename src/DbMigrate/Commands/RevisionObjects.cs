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
    // A type name in front of the type's own: the same object, shown as a list.
    private const string DetailTypeName = "DbMigrate.Output.MigrationRevision#Detail";

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

    public static MigrationRevision WithDatabase(Revision revision, StatusResult status)
    {
        var applied = status.Applied.FirstOrDefault(a => string.Equals(a.Revision, revision.Id, StringComparison.OrdinalIgnoreCase));
        return From(revision) with
        {
            IsApplied = applied is not null,
            IsCurrent = status.Current.Contains(revision.Id, StringComparer.OrdinalIgnoreCase),
            AppliedAt = applied is null ? null : Time(applied.AppliedAt),
            AppliedBy = applied?.AppliedBy,
        };
    }

    public static PSObject AsDetail(MigrationRevision revision)
    {
        var shown = new PSObject(revision);
        shown.TypeNames.Insert(0, DetailTypeName);
        return shown;
    }

    public static MigrationOperation[] Operations(IEnumerable<OperationInfo> operations)
        => [.. operations.Select(o => new MigrationOperation { Kind = o.Kind, Object = o.Object, Text = o.Text, IsDestructive = o.IsDestructive })];

    public static DateTimeOffset? Time(string text)
        => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
