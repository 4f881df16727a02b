using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Scripting;

namespace DbMigrate.Engine.Requests;

/// <summary>
/// Says where scripts have methods of a database that the settings do not name: a database that was renamed there
/// would be created a second time.
/// </summary>
internal static class UnclaimedMethods
{
    /// <param name="codes">The scripts.</param>
    /// <param name="suffixes">Those of the databases in the settings.</param>
    /// <param name="scope">The request.</param>
    public static void Warn(IEnumerable<RevisionCode> codes, IReadOnlyCollection<string> suffixes, RequestScope scope)
    {
        var methods =
            from code in codes
            from suffix in code.Suffixes.Except(suffixes, StringComparer.Ordinal)
            where suffix.Length > 0 || code.Operations(down: false, "").Count > 0
            group code.Id by suffix;
        foreach (var method in methods)
            scope.Warning($"Up{method.Key} of {string.Join(", ", method)} belongs to no database in the settings; what it does is left out.");
    }
}
