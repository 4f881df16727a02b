using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Globalization;
using System.Linq;
using DbMigrate.Revisions.Errors;

namespace DbMigrate.Engine.Apply.Sqlite;

/// <summary>Rows whose foreign keys point nowhere.</summary>
internal sealed class SqliteForeignKeys
{
    private const int Shown = 10;

    private readonly HashSet<Violation> _rows;
    private readonly Dictionary<(string, string), int> _counts;

    private SqliteForeignKeys(IReadOnlyCollection<Violation> rows)
    {
        _rows = [.. rows];
        _counts = rows.GroupBy(r => (r.Table, r.Parent)).ToDictionary(g => g.Key, g => g.Count());
    }

    public int Count => _rows.Count;

    /// <summary>Null where the schema itself is at fault, so that SQLite cannot check (a foreign key to columns that are not unique).</summary>
    public static SqliteForeignKeys? TryCheck(DbConnection connection)
    {
        try
        {
            return Check(connection);
        }
        catch (DbException)
        {
            return null;
        }
    }

    public static SqliteForeignKeys Check(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA foreign_key_check";
        using var reader = command.ExecuteReader();
        var rows = new List<Violation>();
        while (reader.Read())
            rows.Add(new Violation(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetInt64(1), reader.GetString(2), reader.GetInt64(3)));
        return new SqliteForeignKeys(rows);
    }

    /// <summary>The error for what was not there before; null where nothing is new. A rebuild may renumber hidden row ids: then counts decide.</summary>
    public DbMigrateException? NewSince(SqliteForeignKeys before)
    {
        var news = _rows.Where(r => !before._rows.Contains(r)
            && _counts[(r.Table, r.Parent)] > before._counts.GetValueOrDefault((r.Table, r.Parent))).ToList();
        if (news.Count == 0)
            return null;
        var lines = news.Take(Shown).Select(r => "  " + r).ToList();
        if (news.Count > Shown)
            lines.Add($"  and {(news.Count - Shown).ToString(CultureInfo.InvariantCulture)} more");
        return ErrorCatalogue.ForeignKeyViolation.Error(
            $"After the revision {news.Count.ToString(CultureInfo.InvariantCulture)} row(s) would violate foreign keys:\n" + string.Join("\n", lines), news[0].Table);
    }

    private sealed record Violation(string Table, long? RowId, string Parent, long ForeignKey)
    {
        public override string ToString()
            => RowId is { } row
                ? $"{Table}, rowid {row.ToString(CultureInfo.InvariantCulture)}: no such row in {Parent}"
                : $"{Table}: no such row in {Parent}";
    }
}
