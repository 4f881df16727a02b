using System.Collections.Generic;
using System.Linq;
using DbMigrate.Protocol;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Commands;

/// <summary>What a command is about to do to one database, and how far it has come.</summary>
/// <param name="database">The database as it was asked for.</param>
/// <param name="found">The database as it was found.</param>
internal abstract class DatabaseWork(DatabaseMessage database, DatabaseInfo found)
{
    public DatabaseMessage Database => database;

    public DatabaseInfo Found => found;

    /// <summary>What became of it, as the end of a sentence.</summary>
    protected abstract string State { get; }

    /// <summary>Two names for one database would share a history table, and the second would find everything done.</summary>
    public static void RequireDifferent(IEnumerable<DatabaseWork> works)
    {
        var byTable = works.GroupBy(w => (w.Found.Provider, w.Found.DataSource, w.Found.Name, w.Database.HistorySchema, w.Database.HistoryTable), w => w.Found);
        foreach (var same in byTable.Where(g => g.Skip(1).Any()))
        {
            throw ErrorCatalogue.DatabaseAmbiguous.Error(
                $"{string.Join(" and ", same.Select(d => $"'{d.Database}'"))} are the same database, {same.Key.DataSource}: each needs one of its own. Nothing was changed.",
                same.Key.DataSource,
                "Correct the contexts or the connections that the settings' Databases name.");
        }
    }

    /// <summary>What became of the others when one of several databases failed.</summary>
    public string Others(IEnumerable<DatabaseWork> works)
        => string.Join("\n", works.Where(w => w != this).Select(w => $"Database '{w.Database.Database}': {w.State}"));
}
