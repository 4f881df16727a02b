using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;

namespace DbMigrate.Engine.Sql.Sqlite;

/// <summary>
/// Makes a rebuild fail that leaves a view or trigger behind which names a dropped column. SQLite looks into all of
/// them when it drops a column itself: here one that stores nothing, added for the purpose.
/// </summary>
internal static class SchemaProbe
{
    private const string Column = "\"_dbm_probe\"";

    /// <summary>The statements; none where no view or trigger can be concerned.</summary>
    /// <param name="state">The schema.</param>
    /// <param name="before">The table before.</param>
    /// <param name="after">The table after.</param>
    public static IEnumerable<string> Write(SchemaState state, Table before, Table after)
    {
        var dropped = before.Columns.Select(c => c.Name).Except(after.Columns.Select(c => c.Name), StringComparer.OrdinalIgnoreCase).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (dropped.Count == 0 || !state.Views.Values.Concat(state.Triggers.Values.Select(t => t.Sql)).Any(sql => IsConcerned(sql, after.Name.Name, dropped)))
            yield break;
        var table = SqlText.Quote(after.Name.Name);
        yield return $"ALTER TABLE {table} ADD {Column} INTEGER AS (0)";
        yield return $"ALTER TABLE {table} DROP COLUMN {Column}";
    }

    private static bool IsConcerned(string sql, string table, HashSet<string> columns)
    {
        var names = SqlTokenizer.Tokenize(sql).Where(t => t.IsName).Select(t => t.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return names.Contains(table) && names.Overlaps(columns);
    }
}
