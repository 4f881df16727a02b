using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Tests.EfCases;

/// <summary>
/// The rows of a case. The n-th row has the value n wherever it can, so that it is unique and refers to the n-th row of
/// other tables; the last one has NULL wherever it may.
/// </summary>
internal sealed class CaseRows(CaseDatabase database, SchemaState from, SchemaState to, DiffDecisions decisions)
{
    /// <summary>Fills the tables of the first schema that no model fills.</summary>
    public void Fill(int count)
        => database.Unchecked(from.Tables.Values.Where(t => t.Seeds.Count == 0 && to.Tables.GetValueOrDefault(t.Name) is null or { Seeds.Count: 0 }).SelectMany(t => Enumerable.Range(1, count).Select(i => Insert(t, i, i == count && count > 1))));

    /// <summary>What both schemas can hold, read from the tables as the one or the other has them.</summary>
    public IReadOnlyList<string> Kept(bool after)
    {
        var rows = new List<string>();
        foreach (var pair in RenameResolver.Resolve(from, to, decisions, database.Traits.DefaultSchema).Match(from, to).KeptPrincipalsFirst.Where(p => p.Old.Seeds.Count + p.New.Seeds.Count == 0))
        {
            var columns = pair.Columns.Where(c => IsKept(pair.Old.FindColumn(c.Key)!, pair.New.FindColumn(c.Value)!)).OrderBy(c => c.Key, StringComparer.Ordinal).ToList();
            if (columns.Count == 0)
                continue;
            var shown = string.Join(" || ';' || ", columns.Select(c => database.Shown(after ? c.Value : c.Key)));
            rows.AddRange(database.Query($"SELECT {shown} FROM {CaseDatabase.Quote((after ? pair.New : pair.Old).Name)}").Select(r => $"{pair.Old.Name} {r}").Order(StringComparer.Ordinal));
        }

        return rows;
    }

    /// <summary>The rows of the model that the database does not have.</summary>
    public IEnumerable<string> MissingSeeds(SchemaState state)
        => from table in state.Tables.Values
           from row in table.Seeds
           let condition = string.Join(" AND ", row.Values.Select(v => SqlText.Quote(v.Key) + (v.Value is null ? " IS NULL" : " = " + database.Traits.Literal(v.Value, table.FindColumn(v.Key)!.StoreType))))
           where database.Query($"SELECT count(*) FROM {CaseDatabase.Quote(table.Name)} WHERE {condition}")[0] != "1"
           select $"{table.Name}: {condition}";

    private static bool IsKept(Column before, Column after)
        => before.ComputedSql is null && after.ComputedSql is null && before.StoreType == after.StoreType && before.IsNullable == after.IsNullable;

    private string Insert(Table table, int number, bool nulls)
    {
        var columns = table.Columns.Where(c => c.ComputedSql is null).Select(c => (c.Name, Value: nulls && c.IsNullable ? "NULL" : Value(c, number))).Where(c => c.Value is not null).ToList();
        return $"INSERT INTO {CaseDatabase.Quote(table.Name)} ({CaseDatabase.List(columns.Select(c => c.Name))}) VALUES ({string.Join(", ", columns.Select(c => c.Value))})";
    }

    private string? Value(Column column, int number)
    {
        var type = column.Hints.ClrType;
        object? value = column.StoreType == "jsonb" ? $"{{\"k\": {number}}}"
            : type == typeof(string) ? (column.Hints.MaxLength == 1 ? "" : "k") + number
            : type == typeof(bool) ? number % 2 == 0
            : type == typeof(char) ? (char)('a' + number)
            : type == typeof(Guid) ? new Guid(number, 0, 0, new byte[8])
            : type == typeof(byte[]) ? new[] { (byte)number }
            : type == typeof(DateTime) ? new DateTime(2026, 1, number, 3, 4, 5, column.StoreType.Contains("with time zone", StringComparison.Ordinal) ? DateTimeKind.Utc : DateTimeKind.Unspecified)
            : type is { IsPrimitive: true } || type == typeof(decimal) ? Convert.ChangeType(number, type, null)
            : null;
        return value is null ? null : database.Traits.Literal(value, column.StoreType);
    }
}
