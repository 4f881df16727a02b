using System;
using System.Collections.Generic;
using DbMigrate.Module.Tests.Hosting;

namespace DbMigrate.Module.Tests.Hooks;

/// <summary>One session for all tests of a class, each with a migrations folder and hooks of its own.</summary>
public sealed class HookSession : IDisposable
{
    private readonly List<TemporaryFolder> _folders = [];

    public HookSession() => Session.Run($"Import-Module '{typeof(WriteWarningCommand).Assembly.Location}'").MustSucceed();

    internal Session Session { get; } = new();

    /// <summary>A migrations folder with these hooks, in which the session stands then; two revisions create the tables <c>one1</c> and <c>two2</c>.</summary>
    internal HookFolder Folder(string? hooks, string settings = "@{ }")
    {
        var folder = new TemporaryFolder();
        _folders.Add(folder);
        folder.Write("migrations/dbmigrate.psd1", settings);
        foreach (var (id, parent) in new[] { ("one1", ""), ("two2", "one1") })
            folder.WriteRevision(id, parent, $"make {id}", $"migrationBuilder.Sql(\"CREATE TABLE {id} (Id INTEGER)\");", $"migrationBuilder.Sql(\"DROP TABLE {id}\");");
        if (hooks is not null)
            folder.Write("migrations/env.ps1", hooks);
        Session.Runspace.SessionStateProxy.Path.SetLocation(folder.Path);
        return new HookFolder(Session, folder);
    }

    public void Dispose()
    {
        Session.Dispose();
        _folders.ForEach(f => f.Dispose());
    }
}
