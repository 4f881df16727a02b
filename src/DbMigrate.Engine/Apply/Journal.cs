using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Apply;

/// <summary>
/// The table that tells how far a revision has come which cannot run in one transaction. A row is there from the end
/// of its first segment until the transaction that finishes the revision.
/// </summary>
internal sealed class Journal(HistoryStore store)
{
    public const string DefaultTable = "__DbMigrationJournal";

    public ObjectName Table => new(store.HistoryTable.Schema, DefaultTable);

    private string Name => store.Quote(Table);

    public string Create => $"""
        CREATE TABLE IF NOT EXISTS {Name} (
            "Revision" TEXT NOT NULL PRIMARY KEY,
            "Direction" TEXT NOT NULL,
            "ScriptHash" TEXT NOT NULL,
            "Done" INTEGER NOT NULL,
            "Statements" TEXT NOT NULL,
            "StartedAt" TEXT NOT NULL,
            "RunBy" TEXT NOT NULL
        )
        """.ReplaceLineEndings("\n");

    /// <summary>Notes that the first statements of a revision are committed with this.</summary>
    public string Begin(JournalEntry entry)
        => $"INSERT INTO {Name} (\"Revision\", \"Direction\", \"ScriptHash\", \"Done\", \"Statements\", \"StartedAt\", \"RunBy\") VALUES ("
            + $"{store.Literal(entry.Revision)}, {store.Literal(entry.Direction)}, {store.Literal(entry.ScriptHash)}, {Number(entry.Done)}, "
            + $"{store.Literal(JsonSerializer.Serialize(entry.Script, JournalJson.Default.JournalScript))}, {store.Literal(entry.StartedAt)}, {store.Literal(entry.RunBy)})";

    /// <summary>Notes that more statements are done.</summary>
    public string Advance(string revision, int done) => $"UPDATE {Name} SET \"Done\" = {Number(done)} WHERE \"Revision\" = {store.Literal(revision)}";

    /// <summary>Forgets a revision that is finished.</summary>
    public string Remove(string revision) => $"DELETE FROM {Name} WHERE \"Revision\" = {store.Literal(revision)}";

    /// <summary>The revisions that are not finished; none where there is no table.</summary>
    public IReadOnlyList<JournalEntry> Read(DbConnection connection, int commandTimeout)
    {
        if (!store.HasTable(connection, Table, commandTimeout))
            return [];
        using var command = connection.CreateCommand();
        command.CommandTimeout = commandTimeout;
        command.CommandText = $"SELECT \"Revision\", \"Direction\", \"ScriptHash\", \"Done\", \"Statements\", \"StartedAt\", \"RunBy\" FROM {Name} ORDER BY \"StartedAt\"";
        using var reader = command.ExecuteReader();
        var entries = new List<JournalEntry>();
        while (reader.Read())
        {
            entries.Add(new JournalEntry(reader.GetString(0), reader.GetString(1))
            {
                ScriptHash = reader.GetString(2),
                Done = Convert.ToInt32(reader.GetValue(3), CultureInfo.InvariantCulture),
                Script = JsonSerializer.Deserialize(reader.GetString(4), JournalJson.Default.JournalScript)!,
                StartedAt = reader.GetString(5),
                RunBy = reader.GetString(6),
            });
        }

        return entries;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
