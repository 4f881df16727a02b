using System;

namespace DbMigrate.Revisions.Scripts;

/// <summary>File names of new scripts.</summary>
public static class ScriptFileName
{
    /// <summary>The file name, possibly with sub-folders, for a new revision: by default <c>20261122_1403_f1c9a7b20de3_add_email.cs</c>.</summary>
    /// <param name="settings">Template, time zone and slug length.</param>
    /// <param name="header">Id, message and time.</param>
    public static string For(Settings.MigrationSettings settings, RevisionHeader header) => throw new NotImplementedException();
}
