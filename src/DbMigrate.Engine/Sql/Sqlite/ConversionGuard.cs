using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Sql.Sqlite;

/// <summary>
/// Makes a copy fail whose values do not fit their new type. SQLite itself converts on the way into a column only
/// where nothing is lost, and leaves the rest as it was: text in a number's column, which readers take for zero.
/// </summary>
internal static class ConversionGuard
{
    private const string Guard = "temp.\"_dbm_guard\"";

    /// <summary>Whether the values keep their bytes and become blobs, which SQLite does not do by itself.</summary>
    /// <param name="source">The column before.</param>
    /// <param name="target">The column after.</param>
    public static bool IsTextToBlob(Column source, Column target)
        => SqliteFacets.Affinity(source.StoreType) == "TEXT" && SqliteFacets.Affinity(target.StoreType) == "BLOB" && target.StoreType.Length > 0;

    /// <summary>The statements, which fail with the name of the column that holds such values.</summary>
    /// <param name="pending">What becomes of the columns.</param>
    /// <param name="target">The new shape.</param>
    /// <param name="copy">The new table's name, its rows copied.</param>
    public static IEnumerable<string> Write(PendingTable pending, Table target, string copy)
    {
        foreach (var column in target.Columns.Where(c => c.ComputedSql is null))
        {
            if (pending.Source(column.Name) is not { } source || Allowed(source, column) is not { } allowed)
                continue;
            var what = $"{target.Name}.{column.Name} has values that {column.StoreType} cannot hold";
            yield return $"CREATE TEMP TABLE \"_dbm_guard\" (\"rows\" INTEGER CONSTRAINT {SqlText.Quote(what)} CHECK (\"rows\" = 0))";
            yield return $"INSERT INTO {Guard} SELECT COUNT(*) FROM {SqlText.Quote(copy)} WHERE typeof({SqlText.Quote(column.Name)}) NOT IN ({allowed}, 'null')";
            yield return $"DROP TABLE {Guard}";
        }
    }

    private static string? Allowed(Column source, Column target)
    {
        var affinity = SqliteFacets.Affinity(target.StoreType);
        if (affinity == SqliteFacets.Affinity(source.StoreType) || target.StoreType.Length == 0)
            return null;
        return affinity switch
        {
            "INTEGER" => "'integer'",
            "REAL" => "'real'",
            "NUMERIC" => "'integer', 'real'",
            "TEXT" => "'text'",
            _ => "'blob'",
        };
    }
}
