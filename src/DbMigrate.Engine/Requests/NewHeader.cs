using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Scripts;

namespace DbMigrate.Engine.Requests;

/// <summary>The header of a revision that is about to be written.</summary>
internal static class NewHeader
{
    /// <summary>What was asked for, with the versions of the targets and what is lost in their databases.</summary>
    public static RevisionHeader Of(NewRevisionRequest request, IReadOnlyList<DatabaseChange> databases) => new()
    {
        Id = request.RevisionId,
        Parents = request.Parents,
        Labels = request.Labels,
        Message = request.Message,
        Created = DateTimeOffset.Parse(request.Created, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        EfCore = databases[0].Target.Versions.EfCore,
        Provider = string.Join(", ", databases.Select(d => d.Target.Versions.Provider).Distinct()),
        Destructive = [.. databases.SelectMany(d => d.Losses.Select(l => d.Target.Name.Length > 0 ? $"{d.Target.Name}: {l}" : l))],
    };
}
