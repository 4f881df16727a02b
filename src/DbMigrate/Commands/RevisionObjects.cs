using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using DbMigrate.Output;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Graph;
using DbMigrate.Revisions.Scripts;

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

    /// <summary>A revision that has just been written.</summary>
    public static MigrationRevision New(RevisionHeader header, string path, RevisionGraph before) => new()
    {
        Revision = header.Id,
        Parents = [.. header.Parents],
        DependsOn = [.. header.DependsOn],
        Labels = [.. header.Labels.Concat(header.Parents.SelectMany(p => before.Find(p)!.Labels)).Distinct(StringComparer.OrdinalIgnoreCase)],
        Message = header.Message,
        Created = header.Created,
        Path = path,
        IsHead = true,
        IsMergePoint = header.Parents.Count > 1,
    };

    /// <summary>Among several databases, a revision is applied where all of them have it, and since the last of them has.</summary>
    public static IEnumerable<MigrationRevision> WithDatabases(IEnumerable<Revision> revisions, IReadOnlyCollection<StatusResult> databases)
    {
        var applied = databases.SelectMany(d => d.Applied.GroupBy(a => a.Revision, StringComparer.OrdinalIgnoreCase).Select(g => g.First())).ToLookup(a => a.Revision, StringComparer.OrdinalIgnoreCase);
        var current = databases.SelectMany(d => d.Current.Distinct(StringComparer.OrdinalIgnoreCase)).ToLookup(id => id, StringComparer.OrdinalIgnoreCase);
        return revisions.Select(revision =>
        {
            var last = applied[revision.Id].Count() == databases.Count ? applied[revision.Id].OrderBy(a => Time(a.AppliedAt)).LastOrDefault() : null;
            return From(revision) with
            {
                IsApplied = last is not null,
                IsCurrent = current[revision.Id].Count() == databases.Count,
                AppliedAt = last is null ? null : Time(last.AppliedAt),
                AppliedBy = last?.AppliedBy,
            };
        });
    }

    public static PSObject AsDetail(MigrationRevision revision) => As("Detail", revision);

    public static PSObject AsBranch(MigrationRevision revision) => As("Branch", revision);

    public static PSObject AsGraph(MigrationRevision revision) => As("Graph", revision);

    public static MigrationOperation[] Operations(IEnumerable<OperationInfo> operations)
        => [.. operations.Select(o => new MigrationOperation { Database = o.Database, Kind = o.Kind, Object = o.Object, Text = o.Text, IsDestructive = o.IsDestructive, Cause = o.Cause })];

    private static PSObject As(string view, MigrationRevision revision)
    {
        var shown = new PSObject(revision);
        shown.TypeNames.Insert(0, ViewTypeName + view);
        return shown;
    }

    public static DateTimeOffset? Time(string text)
        => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
