using System;
using System.Collections.Generic;

namespace DbMigrate.Revisions.Scripts;

/// <summary>Reads the revision scripts of the version locations.</summary>
public static class ScriptFolder
{
    /// <summary>Reads every <c>*.cs</c> below the locations, ordered by path; hidden and editor files are left out.</summary>
    /// <param name="locations">Full paths; a location that does not exist is empty.</param>
    /// <exception cref="Errors.DbMigrateException"><c>HeaderInvalid</c>, <c>RevisionDuplicate</c>.</exception>
    public static IReadOnlyList<RevisionScript> Read(IEnumerable<string> locations) => throw new NotImplementedException();
}
