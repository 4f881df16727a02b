using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Revisions.Errors;
using DbMigrate.Revisions.Scripts;

namespace DbMigrate.Engine.Apply;

/// <summary>Decides what becomes of a revision that an earlier run has begun and not finished.</summary>
internal static class Unfinished
{
    /// <summary>The entry of the revision that is about to run; null where nothing is unfinished.</summary>
    /// <param name="entries">What the journal has.</param>
    /// <param name="script">The revision.</param>
    /// <param name="direction">As in the log.</param>
    /// <exception cref="DbMigrateException"><c>RevisionUnfinished</c> where it is another one, another direction, or another script.</exception>
    public static JournalEntry? Of(IReadOnlyList<JournalEntry> entries, RevisionScript script, string direction)
    {
        var own = entries.FirstOrDefault(e => e.Direction == direction && string.Equals(e.Revision, script.Header.Id, StringComparison.OrdinalIgnoreCase));
        if (entries.FirstOrDefault(e => e != own) is { } other)
            throw Error(other, "is in the middle of");
        if (own is not null && own.ScriptHash != script.Hash)
            throw Error(own, "was changed since it was begun; it is in the middle of");
        return own;
    }

    /// <summary>Fails where nothing is to be run although something is unfinished.</summary>
    /// <exception cref="DbMigrateException"><c>RevisionUnfinished</c>.</exception>
    public static void RequireNone(IReadOnlyList<JournalEntry> entries)
    {
        if (entries.Count > 0)
            throw Error(entries[0], "is in the middle of");
    }

    private static DbMigrateException Error(JournalEntry entry, string state)
        => ErrorCatalogue.RevisionUnfinished.Error(
            $"Revision {entry.Revision} {state} {(entry.Direction == LogEntry.Down ? "being undone" : "being applied")}: it stopped at {entry.Place} (begun {TimeText.Of(entry.StartedAt)} by {entry.RunBy}).", entry.Revision);
}
