using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Globalization;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Apply;

/// <summary>
/// The two tables of ours: what is applied, and what was ever tried. Statements are made as text with literals,
/// so that a script that is only shown writes exactly what a run writes.
/// </summary>
internal abstract class HistoryStore(ObjectName history)
{
    private const string Columns = "Revision, Message, AppliedAt, AppliedBy, DurationMs, ScriptHash, EfVersion, ToolVersion, Kind";

    public const string DefaultHistoryTable = "__DbMigrationHistory";
    public const string DefaultLogTable = "__DbMigrationLog";

    public ObjectName HistoryTable => history;

    public ObjectName LogTable => new(history.Schema, DefaultLogTable);

    /// <summary>How far revisions are that are not finished.</summary>
    public Journal Journal => new(this);

    /// <summary>Creates the history table where it is not there; may be several statements.</summary>
    public virtual string CreateHistory => Definition.History(Quote(HistoryTable));

    /// <summary>Creates the log table where it is not there.</summary>
    public string CreateLog => Definition.Log(Quote(LogTable));

    public string Insert(HistoryRow row)
        => $"INSERT INTO {Quote(HistoryTable)} ({QuotedColumns(Columns)}) VALUES ({Literal(row.Revision)}, {Literal(row.Message)}, "
            + $"{Time(row.AppliedAt)}, {Literal(row.AppliedBy)}, {Number(row.DurationMs)}, {Literal(row.ScriptHash)}, "
            + $"{Literal(row.EfVersion)}, {Literal(row.ToolVersion)}, {Literal(row.Kind)})";

    public string Delete(string revision) => $"DELETE FROM {Quote(HistoryTable)} WHERE {IsOneOf([revision])}";

    /// <summary>Throws away all rows.</summary>
    public string Clear => $"DELETE FROM {Quote(HistoryTable)}";

    /// <summary>A query whose one value is 1 where the check holds, else 0.</summary>
    public string Holds(RowCheck check)
    {
        var count = Number(check.IsRecorded ? check.Revisions.Count : 0);
        var once = check.IsRecorded && check.Revisions.Count > 1 ? $" AND COUNT(DISTINCT {Key}) = {count}" : "";
        return $"SELECT CASE WHEN COUNT(*) = {count}{once} THEN 1 ELSE 0 END FROM {Quote(HistoryTable)} WHERE {IsOneOf(check.Revisions)}";
    }

    public string Append(LogEntry entry)
        => $"INSERT INTO {Quote(LogTable)} ({QuotedColumns("Revision, Direction, StartedAt, DurationMs, Outcome, Statement, Error, RunBy, ToolVersion")}) VALUES ("
            + $"{Literal(entry.Revision)}, {Literal(entry.Direction)}, {Time(entry.StartedAt)}, {Number(entry.DurationMs)}, {Literal(entry.Outcome)}, "
            + $"{Literal(entry.Statement)}, {Literal(entry.Error)}, {Literal(entry.RunBy)}, {Literal(entry.ToolVersion)})";

    /// <summary>The applied revisions in the order in which they were applied; none where there is no table.</summary>
    /// <exception cref="DbMigrateException"><c>HistoryInvalid</c>.</exception>
    public IReadOnlyList<HistoryRow> Read(DbConnection connection, int commandTimeout)
    {
        var rows = ReadAsIs(connection, commandTimeout);
        Verify(rows);
        return rows;
    }

    /// <summary>The rows, also where they make no sense: some without a revision, several of one.</summary>
    /// <exception cref="DbMigrateException"><c>HistoryInvalid</c> where columns are missing.</exception>
    public IReadOnlyList<HistoryRow> ReadAsIs(DbConnection connection, int commandTimeout)
    {
        if (!HasTable(connection, HistoryTable, commandTimeout))
            return [];
        var present = ColumnsOf(connection, HistoryTable, commandTimeout);
        var missing = Columns.Split(", ").Where(c => !present.Contains(c, StringComparer.OrdinalIgnoreCase)).ToList();
        if (missing.Count > 0)
            throw Invalid($"it has no column {string.Join(", ", missing)}", "Choose another name for the history table in dbmigrate.psd1, or repair the table.");

        var rows = new List<HistoryRow>();
        using var command = connection.CreateCommand();
        command.CommandTimeout = commandTimeout;
        command.CommandText = $"SELECT {QuotedColumns(Columns)} FROM {Quote(HistoryTable)} ORDER BY {Quote("AppliedAt")}";
        using var reader = command.ExecuteReader();
        while (reader.Read())
            rows.Add(ReadRow(reader));
        return rows;
    }

    /// <summary>Fails where a row that is to go is not there exactly once, or one that is to come is there already.</summary>
    /// <exception cref="DbMigrateException"><c>HistoryInvalid</c>.</exception>
    public void RequireRow(DbConnection connection, string revision, bool isRecorded)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM {Quote(HistoryTable)} WHERE {IsOneOf([revision])}";
        var found = Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        if (found != (isRecorded ? 1 : 0))
            throw Invalid($"it was expected to have {(isRecorded ? "one row" : "no row")} for {revision}, and {Number(found)} were found");
    }

    public abstract bool HasTable(DbConnection connection, ObjectName table, int commandTimeout);

    protected abstract IReadOnlyList<string> ColumnsOf(DbConnection connection, ObjectName table, int commandTimeout);

    /// <summary>The columns of both tables.</summary>
    protected abstract HistoryDefinition Definition { get; }

    /// <summary>The database's own time, UTC, as round-trip text.</summary>
    protected abstract string Now { get; }

    /// <summary>The revision's column as it is compared: regardless of case.</summary>
    protected abstract string Key { get; }

    public abstract string Quote(string name);

    public abstract string Literal(string text);

    /// <summary>A revision as <see cref="Key"/> is compared with it.</summary>
    protected virtual string KeyLiteral(string revision) => Literal(revision);

    public string Quote(ObjectName name) => name.Schema is null ? Quote(name.Name) : Quote(name.Schema) + "." + Quote(name.Name);

    /// <summary>The first column of all rows.</summary>
    protected static IReadOnlyList<string> Query(DbConnection connection, string sql, int commandTimeout)
    {
        using var command = connection.CreateCommand();
        command.CommandTimeout = commandTimeout;
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
            values.Add(reader.GetString(0));
        return values;
    }

    private string QuotedColumns(string columns) => string.Join(", ", columns.Split(", ").Select(Quote));

    private string IsOneOf(IReadOnlyList<string> revisions) => $"{Key} IN ({string.Join(", ", revisions.Select(KeyLiteral))})";

    private string Time(string text) => text.Length == 0 ? Now : Literal(text);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static HistoryRow ReadRow(DbDataReader reader)
    {
        string Text(int ordinal) => reader.IsDBNull(ordinal) ? "" : Convert.ToString(reader.GetValue(ordinal), CultureInfo.InvariantCulture) ?? "";
        return new HistoryRow(Text(0))
        {
            Message = Text(1),
            AppliedAt = Text(2),
            AppliedBy = Text(3),
            DurationMs = long.TryParse(Text(4), NumberStyles.Integer, CultureInfo.InvariantCulture, out var duration) ? duration : 0,
            ScriptHash = Text(5),
            EfVersion = Text(6),
            ToolVersion = Text(7),
            Kind = Text(8),
        };
    }

    /// <summary>Fails where rows make no sense.</summary>
    /// <exception cref="DbMigrateException"><c>HistoryInvalid</c>.</exception>
    public void Verify(IReadOnlyList<HistoryRow> rows)
    {
        if (rows.Any(r => r.Revision.Length == 0))
            throw Invalid("it has a row without a revision");
        var doubled = rows.GroupBy(r => r.Revision, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key).ToList();
        if (doubled.Count > 0)
            throw Invalid($"it has several rows for {string.Join(", ", doubled)}");
    }

    private DbMigrateException Invalid(string reason, string? action = null)
        => ErrorCatalogue.HistoryInvalid.Error($"The history table {HistoryTable} cannot be understood: {reason}.", HistoryTable.ToString(), action);
}
