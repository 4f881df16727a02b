using System.Collections.Generic;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Sql.Sqlite;

/// <summary>Makes a rebuild fail that lost a row on the way.</summary>
internal static class RowCount
{
    private const string Guard = "\"_dbm_guard\"";

    /// <summary>The statements.</summary>
    /// <param name="table">The new table's name.</param>
    /// <param name="old">The name under which the old one was set aside.</param>
    public static IEnumerable<string> Write(string table, string old)
    {
        var failure = SqlText.Quote($"{table} has as many rows as before");
        yield return $"CREATE TEMP TABLE {Guard} (\"before\" INTEGER, \"after\" INTEGER, CONSTRAINT {failure} CHECK (\"before\" = \"after\"))";
        yield return $"INSERT INTO temp.{Guard}\nSELECT (SELECT COUNT(*) FROM {SqlText.Quote(old)}), (SELECT COUNT(*) FROM {SqlText.Quote(table)})";
        yield return $"DROP TABLE temp.{Guard}";
    }
}
