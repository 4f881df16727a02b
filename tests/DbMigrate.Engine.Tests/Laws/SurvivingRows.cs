using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Tests.Generators;

namespace DbMigrate.Engine.Tests.Laws;

/// <summary>A database that rows can be put into and read from.</summary>
internal interface IRowStore
{
    /// <summary>What an insert says to give values to columns that number rows.</summary>
    string OverridingNumbers { get; }

    /// <summary>Runs inserts without regard to foreign keys.</summary>
    void InsertUnchecked(IEnumerable<string> inserts);

    /// <summary>Rows as text, values with a bar between.</summary>
    IReadOnlyList<string> Query(string sql);

    /// <summary>An expression that gives a value as text, NULL included.</summary>
    string Text(string expression);

    /// <summary>A type with the same values as a column that is there in both schemas.</summary>
    string StoreType(Column column);
}

/// <summary>
/// The rows of <see cref="NaturalRows"/> in a database that goes from one schema to another and back: what must be
/// left of each, as far as both schemas can hold it.
/// </summary>
internal sealed class SurvivingRows(SchemaPair pair, ProviderTraits traits)
{
    /// <summary>Fills all tables of the first schema.</summary>
    public void Fill(IRowStore file)
    {
        // Rows refer to each other in circles.
        file.InsertUnchecked(
            from table in pair.From.Tables.Values
            from row in NaturalRows.Of(table)
            select $"INSERT INTO {Quote(table.Name)} ({Names(row.Keys)}){file.OverridingNumbers} VALUES ({string.Join(", ", row.Select(v => Literal(v.Value, table.FindColumn(v.Key)!)))})");
    }

    /// <summary>The rows that are missing in the second schema, or with <paramref name="isBack"/> in the first one again.</summary>
    public IEnumerable<string> Missing(IRowStore file, bool isBack)
    {
        foreach (var before in pair.From.Tables.Values)
        {
            if (After(before) is not { } after)
                continue;
            var columns = before.Columns.Select(c => (Before: c, After: After(before, c, after))).Where(c => IsKept(c.Before, c.After)).ToList();
            if (columns.Count == 0)
                continue;
            var names = columns.Select(c => isBack ? c.Before.Name : c.After!.Name);
            var found = file.Query($"SELECT {string.Join(", ", names.Select(n => file.Text(SqlText.Quote(n))))} FROM {Quote((isBack ? before : after).Name)}").ToList();
            var expected = file.Query(string.Join(" UNION ALL ", NaturalRows.Of(before).Select(row
                => "SELECT " + string.Join(", ", columns.Select(c => file.Text(Value(file, row[c.Before.Name], c.Before, c.After!, after, isBack)))))));
            foreach (var row in expected.Where(r => !found.Remove(r)))
                yield return $"{before.Name} ({Names(columns.Select(c => c.Before.Name))}): {row} is not among {string.Join("; ", found)}";
        }
    }

    private static string Quote(ObjectName name) => name.Schema is null ? SqlText.Quote(name.Name) : SqlText.Quote(name.Schema) + "." + SqlText.Quote(name.Name);

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(SqlText.Quote));

    // A computed column has no values of its own, and nobody knows the time at which a row was filled.
    private static bool IsKept(Column before, Column? after)
        => after is { ComputedSql: null } && before.ComputedSql is null
            && !(before.IsNullable && !after.IsNullable && after.DefaultSql is { } filled && (filled.Contains("CURRENT_TIMESTAMP") || filled.Contains("now()") || filled.Contains("nextval")));

    private string Value(IRowStore file, object? value, Column before, Column after, Table table, bool isBack)
    {
        var sql = $"CAST({Literal(value, before)} AS {file.StoreType(before)})";
        if (before.IsNullable && !after.IsNullable && (Fill(table, after) ?? after.DefaultSql) is { } fill)
            sql = $"COALESCE({sql}, CAST(({fill}) AS {file.StoreType(before.StoreType == after.StoreType ? before : after)}))";
        sql = $"CAST({sql} AS {file.StoreType(after)})";
        return isBack ? $"CAST({sql} AS {file.StoreType(before)})" : sql;
    }

    private string? Fill(Table table, Column column)
        => pair.Decisions.Fills.FirstOrDefault(f => f.Column == new ColumnName(table.Name, column.Name).ToString()) is { } fill ? Literal(fill.Value, column) : null;

    private string Literal(object? value, Column column) => value is null ? "NULL" : traits.Literal(value, column.StoreType);

    private Table? After(Table before)
    {
        var decision = pair.Decisions.Renames.FirstOrDefault(r => r.From == DottedName.Format(before.Name.Schema, before.Name.Name));
        return decision is null ? pair.To.Tables[before.Name] : decision.To is null ? null : pair.To.Tables.Values.Single(t => DottedName.Format(t.Name.Schema, t.Name.Name) == decision.To);
    }

    private Column? After(Table before, Column column, Table after)
    {
        var decision = pair.Decisions.Renames.FirstOrDefault(r => r.From == new ColumnName(before.Name, column.Name).ToString());
        return decision is null ? after.FindColumn(column.Name) : decision.To is null ? null : after.FindColumn(decision.To);
    }
}
