using System;
using System.Collections.Generic;
using DbMigrate.Protocol;

namespace DbMigrate.Engine.Requests;

/// <summary>The databases that a new revision is for, closed together.</summary>
internal sealed class OpenDatabases : IDisposable
{
    private readonly List<TargetDatabase> _all = [];

    private OpenDatabases()
    {
    }

    /// <summary>The databases, in the order of the request.</summary>
    public IReadOnlyList<TargetDatabase> All => _all;

    /// <summary>Makes the context of each. When one cannot be made, the others are closed.</summary>
    public static OpenDatabases Open(TargetOpener targets, NewRevisionRequest request, RequestScope scope)
    {
        var opened = new OpenDatabases();
        try
        {
            foreach (var database in request.Databases)
                opened._all.Add(targets.Open(database, request.Folder, scope));
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    public void Dispose() => _all.ForEach(d => d.Dispose());
}
