using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using Values = System.Collections.Immutable.ImmutableSortedDictionary<string, object?>;

namespace DbMigrate.Engine.Diff.Inheritance;

/// <summary>
/// The model's own rows in a table that rows of JSON come to, which no script says of JSON: EF Core knows none there, nor in the
/// table that has it. On the way back they are what the copy brings. Where a model asks for them that had none, they are
/// inserted unless JSON had them. Those whose owner is a row of the model too come with it, and JSON has none of them.
/// </summary>
internal sealed class JsonSeeds(CopyContext context)
{
    private bool IsReverse => context.Decisions.IsReverse;

    /// <summary>The rows that a copy brings.</summary>
    public IEnumerable<SeedRow> Insert(SchemaState state, RowInsert insert)
        => Rows(state, insert).Select(row => new SeedRow(insert.Values.Aggregate(row.Values.Clear(), (set, value) => Set(set, row, state.Tables[insert.Into], value))));

    /// <summary>The SQL that inserts the rows that a copy may have brought.</summary>
    public IEnumerable<string> Missing(SchemaState state, IEnumerable<RowCopy> copies)
        => IsReverse ? [] : copies.OfType<RowInsert>().Where(i => i.IsFromJson).SelectMany(i => Rows(state, i).Select(row => Missing(state.Tables[i.Into], row, i)));

    // Elements of a list have new numbers, by which nobody knows them.
    private IEnumerable<SeedRow> Rows(SchemaState state, RowInsert insert)
    {
        if (insert.Elements is not null && !IsReverse)
            return [];
        HashSet<string> Owners(SchemaState schema) => [.. schema.Tables[insert.From.Table].Seeds.Select(r => Text(r, insert.From.Key))];
        var come = Owners(context.Match.To);
        come.ExceptWith(Owners(state));
        return context.Match.To.Tables[insert.Into].Seeds.Where(r => !come.Contains(Text(r, insert.Owner)));
    }

    private string Missing(Table table, SeedRow row, RowInsert insert)
    {
        string Literal(string column) => row.Values[column] is { } value ? context.Traits.Literal(value, table.FindColumn(column)!.StoreType) : "NULL";
        return $"INSERT INTO {SqlText.Quote(table.Name)} ({string.Join(", ", row.Values.Keys.Select(SqlText.Quote))}){(insert.IsOverriding ? " OVERRIDING SYSTEM VALUE" : "")}\n"
            + $"SELECT {string.Join(", ", row.Values.Keys.Select(Literal))}\n"
            + $"WHERE NOT EXISTS (SELECT 1 FROM {SqlText.Quote(table.Name)} WHERE {string.Join(" AND ", table.PrimaryKey!.Columns.Select(c => $"{SqlText.Quote(c)} = {Literal(c)}"))})";
    }

    // A fill is the same for all rows. What the copy leaves out gets its value afterwards, as of any other row.
    private Values Set(Values set, SeedRow own, Table table, CopiedValue value)
    {
        var known = value.Table is null ? context.Value(value.Value, table.FindColumn(value.Column)!) : null;
        return known is not null ? set.SetItem(value.Column, known)
            : own.Values.TryGetValue(value.Column, out var found) ? set.SetItem(value.Column, found)
            : set;
    }

    private static string Text(SeedRow row, IEnumerable<string> key) => SeedKey.Of(key.Select(c => row.Values.GetValueOrDefault(c)));
}
