using System.Linq;
using DbMigrate.Protocol;

namespace DbMigrate.Commands;

/// <summary>How people are told what something is done to.</summary>
internal static class Names
{
    public static string Of(DatabaseInfo database)
    {
        var name = string.Join(" ", new[] { database.Provider, "database", database.Name }.Where(part => part.Length > 0));
        var place = database.Server.Length > 0 ? $" at {database.Server}" : "";
        var user = database.User.Length > 0 ? $" as {database.User}" : "";
        return database.Database.Length > 0 ? $"database '{database.Database}' ({name}{place}{user})" : name + place + user;
    }

    public static string Of(StampResult stamp, bool purge)
    {
        var place = stamp.Current.Length == 0 ? "the empty start" : string.Join(", ", stamp.Current);
        var before = stamp.Change.Remove.Length;
        var after = stamp.Change.Add.Length;
        string[] changes =
        [
            purge ? $"throwing away its history of {Count(before, "row")}" : before > 0 ? $"no longer recording {Count(before, "revision")}" : "",
            after > 0 ? $"recording {Count(after, "revision")}" : "",
            stamp.Change.Ended.Length > 0 ? $"taking what was begun for settled ({string.Join(", ", stamp.Change.Ended)})" : "",
        ];
        return $"Stamp the {Of(stamp.Database)} as being at {place}, {string.Join(" and ", changes.Where(c => c.Length > 0))}, without running a script";
    }

    /// <summary>What a plan does to branches that nobody named.</summary>
    public static string OfSiblings(StepInfo[] siblings, DatabaseInfo database)
    {
        var revisions = string.Join(", ", siblings.Select(s => s.Message.Length > 0 ? $"{s.Revision} ({s.Message})" : s.Revision));
        return siblings[0].Down
            ? $"This also undoes {Count(siblings.Length, "revision")} of other branches in the {Of(database)}, because of what they build or depend on: {revisions}."
            : $"This also applies {Count(siblings.Length, "revision")} of other branches to the {Of(database)}, which it depends on: {revisions}.";
    }

    private static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    public static string Of(StepInfo step, DatabaseInfo database)
    {
        var message = step.Message.Length > 0 ? $" '{step.Message}'" : "";
        var loss = step.IsDestructive ? " (loses data)" : step.IsLossFinal ? " (what it lost does not come back)" : "";
        return step.Down
            ? $"Undo revision {step.Revision}{message}{loss} in the {Of(database)}"
            : $"Apply revision {step.Revision}{message}{loss} to the {Of(database)}";
    }
}
