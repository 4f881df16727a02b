using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Globalization;
using System.Linq;
using DbMigrate.Engine.Apply;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Requests;

/// <summary>The rows that the model seeds, as far as a database has them: it does not tell them from others itself.</summary>
internal sealed class SeededRows(TargetDatabase target, WaitLimit wait)
{
    /// <summary>What a database has, with the rows that are there by the primary keys of the model's.</summary>
    public SchemaState AddTo(SchemaState actual, SchemaState model)
    {
        var seeded = model.Tables.Values.Where(t => t.Seeds.Count > 0 && actual.Tables.GetValueOrDefault(t.Name)?.PrimaryKey is not null).ToList();
        return seeded.Count == 0
            ? actual
            : target.Access.Read((connection, timeout) => actual with { Tables = actual.Tables.SetItems(seeded.Select(t => KeyValuePair.Create(t.Name, With(t.Seeds, actual.Tables[t.Name], connection, timeout)))) }, wait);
    }

    private Table With(IEnumerable<SeedRow> seeds, Table table, DbConnection connection, int timeout)
        => table with { Seeds = [.. seeds.Where(s => IsThere(s, table, connection, timeout)).Select(s => new SeedRow(s.Values.RemoveRange(s.Values.Keys.Where(c => table.FindColumn(c) is null))))] };

    private bool IsThere(SeedRow row, Table table, DbConnection connection, int timeout)
    {
        var key = table.PrimaryKey!.Columns.Select(c => (Column: table.FindColumn(c)!, Value: row.Values.GetValueOrDefault(c))).ToList();
        if (key.Any(k => k.Value is null))
            return false;
        using var command = connection.CreateCommand();
        command.CommandTimeout = timeout;
        command.CommandText = $"SELECT COUNT(*) FROM {SqlText.Quote(table.Name)} WHERE {string.Join(" AND ", key.Select(k => $"{SqlText.Quote(k.Column.Name)} = {target.Traits.Literal(k.Value!, k.Column.StoreType)}"))}";
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture) > 0;
    }
}
