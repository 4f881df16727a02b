using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Sql.Sqlite;

/// <summary>Makes a revision fail that leaves rows with values that their column's type cannot hold, and finds the first of them.</summary>
/// <param name="table">The table's definition.</param>
/// <param name="column">The column as the rows have it.</param>
/// <param name="physical">The name under which the rows are found.</param>
internal sealed class RowGuard(Table table, string column, string physical)
{
    private const string Guard = "\"_dbm_guard\"";
    private const int Shown = 10;

    /// <summary>The statements; the second one fails.</summary>
    /// <param name="condition">Which rows are wrong.</param>
    /// <param name="name">The table's name for messages.</param>
    /// <param name="target">The column with its new type.</param>
    public IEnumerable<SqlStatement> Write(string condition, ObjectName name, Column target)
    {
        var purpose = $"rebuild {name}: check the converted values of {target.Name}";
        var failure = $"{name}.{target.Name} has values that {target.StoreType} cannot hold";
        var rows = $"FROM {SqlText.Quote(physical)} WHERE {condition}";
        yield return new($"CREATE TEMP TABLE {Guard} (\"rows\" INTEGER CONSTRAINT {SqlText.Quote(failure)} CHECK (\"rows\" = 0))", purpose);
        yield return new($"INSERT INTO temp.{Guard}\nSELECT COUNT(*) {rows}", purpose)
        {
            Evidence = new(failure, string.Create(CultureInfo.InvariantCulture, $"SELECT {Row()} {rows} LIMIT {Shown}")),
        };
        yield return new($"DROP TABLE temp.{Guard}", purpose);
    }

    // Id = 3: 'abc'
    private string Row()
    {
        string[] key = [.. table.PrimaryKey?.Columns ?? (SqliteFacets.HiddenRowId(table) is { } rowId ? [rowId] : [])];
        var value = $"substr(quote({SqlText.Quote(column)}), 1, 80)";
        return string.Join(" || ', ' || ", key.Select(k => $"'{k.Replace("'", "''", System.StringComparison.Ordinal)} = ' || quote({SqlText.Quote(k)})").DefaultIfEmpty("'one'")) + " || ': ' || " + value;
    }
}
