using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Tests.Generators;
using DbMigrate.Engine.Tests.Sql.Sqlite;

namespace DbMigrate.Engine.Tests.Laws;

/// <summary>
/// The rows of <see cref="NaturalRows"/> in a database that goes from one schema to another and back: what must be
/// left of each, as far as both schemas can hold it.
/// </summary>
internal sealed class SurvivingRows(SchemaPair pair, ProviderTraits traits)
{
    /// <summary>Fills all tables of the first schema.</summary>
    public void Fill(SqliteFile file)
    {
        // Rows refer to each other in circles.
        file.Execute("PRAGMA foreign_keys = OFF");
        foreach (var table in pair.From.Tables.Values)
        {
            foreach (var row in NaturalRows.Of(table))
                file.Execute($"INSERT INTO {SqlText.Quote(table.Name.Name)} ({Names(row.Keys)}) VALUES ({string.Join(", ", row.Select(v => Literal(v.Value, table.FindColumn(v.Key)!)))})");
        }

        file.Execute("PRAGMA foreign_keys = ON");
    }

    /// <summary>The rows that are missing in the second schema, or with <paramref name="isBack"/> in the first one again.</summary>
    public IEnumerable<string> Missing(SqliteFile file, bool isBack)
    {
        foreach (var before in pair.From.Tables.Values)
        {
            if (After(before) is not { } after)
                continue;
            var columns = before.Columns.Select(c => (Before: c, After: After(before, c, after))).Where(c => IsKept(c.Before, c.After)).ToList();
            if (columns.Count == 0)
                continue;
            var names = columns.Select(c => isBack ? c.Before.Name : c.After!.Name);
            var found = file.Query($"SELECT {string.Join(", ", names.Select(n => $"quote({SqlText.Quote(n)})"))} FROM {SqlText.Quote((isBack ? before : after).Name.Name)}").ToList();
            foreach (var row in NaturalRows.Of(before))
            {
                var values = columns.Select(c => $"quote({Value(row[c.Before.Name], c.Before, c.After!, after, isBack)})");
                var expected = file.Query("SELECT " + string.Join(", ", values)).Single();
                if (!found.Remove(expected))
                    yield return $"{before.Name} ({Names(columns.Select(c => c.Before.Name))}): {expected} is not among {string.Join("; ", found)}";
            }
        }
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(SqlText.Quote));

    // A computed column has no values of its own, and nobody knows the time at which a row was filled.
    private static bool IsKept(Column before, Column? after)
        => after is { ComputedSql: null } && before.ComputedSql is null
            && !(before.IsNullable && !after.IsNullable && after.DefaultSql == "CURRENT_TIMESTAMP");

    private string Value(object? value, Column before, Column after, Table table, bool isBack)
    {
        var sql = $"CAST({Literal(value, before)} AS {before.StoreType})";
        if (before.IsNullable && !after.IsNullable && (Fill(table, after) ?? after.DefaultSql) is { } fill)
            sql = $"COALESCE({sql}, ({fill}))";
        sql = $"CAST({sql} AS {after.StoreType})";
        return isBack ? $"CAST({sql} AS {before.StoreType})" : sql;
    }

    private string? Fill(Table table, Column column)
        => pair.Decisions.Fills.FirstOrDefault(f => f.Column == new ColumnName(table.Name, column.Name).ToString()) is { } fill ? Literal(fill.Value, column) : null;

    private string Literal(object? value, Column column) => value is null ? "NULL" : traits.Literal(value, column.StoreType);

    private Table? After(Table before)
    {
        var decision = pair.Decisions.Renames.FirstOrDefault(r => r.From == DottedName.Format(before.Name.Name));
        return decision is null ? pair.To.Tables[before.Name] : decision.To is null ? null : pair.To.Tables[decision.To];
    }

    private Column? After(Table before, Column column, Table after)
    {
        var decision = pair.Decisions.Renames.FirstOrDefault(r => r.From == new ColumnName(before.Name, column.Name).ToString());
        return decision is null ? after.FindColumn(column.Name) : decision.To is null ? null : after.FindColumn(decision.To);
    }
}
