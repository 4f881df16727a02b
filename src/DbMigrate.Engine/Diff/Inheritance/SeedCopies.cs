using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Diff.Inheritance;

/// <summary>Does with seeded rows what the copies do with all rows, so that a script can record where they are.</summary>
internal sealed class SeedCopies(CopyContext context)
{
    private readonly JsonSeeds _json = new(context);

    /// <summary>The schema with the rows where the copies bring them.</summary>
    public SchemaState Apply(SchemaState state, IEnumerable<RowCopy> copies) => copies.Aggregate(state, (s, copy) => copy switch
    {
        RowInsert { IsFromJson: true } insert => Set(s, insert.Into, s.Tables[insert.Into].Seeds.Concat(_json.Insert(s, insert))),
        RowInsert insert => Set(s, insert.Into, Insert(s, insert)),
        RowUpdate update => Set(s, update.Target.Table, Update(s, update)),
        RowDelete delete => Set(s, delete.Target.Table, Delete(s, delete)),
        _ => s,
    });

    private static SchemaState Set(SchemaState state, ObjectName name, IEnumerable<SeedRow> rows)
        => state with { Tables = state.Tables.SetItem(name, state.Tables[name] with { Seeds = rows.ToEquatableList() }) };

    private IEnumerable<SeedRow> Insert(SchemaState state, RowInsert insert)
    {
        var (target, source) = (state.Tables[insert.Into], state.Tables[insert.From.Table]);
        return target.Seeds.Concat(
            from row in source.Seeds
            where Passes(state, insert, source, row)
            let joined = insert.Joins.ToDictionary(j => j.Table, j => Find(state, j, KeyOf(row, insert.From)))
            where joined.Values.All(r => r is not null)
            select Values(target, new SeedRow(row.Values.Clear()), insert.Values, t => t == insert.From.Table ? row : joined[t]!, state));
    }

    private IEnumerable<SeedRow> Update(SchemaState state, RowUpdate update)
    {
        var target = state.Tables[update.Target.Table];
        return target.Seeds.Select(row => Find(state, update.From, KeyOf(row, update.Target)) is { } found ? Values(target, row, update.Values, _ => found, state) : row);
    }

    private IEnumerable<SeedRow> Delete(SchemaState state, RowDelete delete)
        => state.Tables[delete.Target.Table].Seeds.Where(row => !(delete.Mark is { } mark
            ? IsMarked(state.Tables[delete.Target.Table], row, mark)
            : delete.Elsewhere.Any(e => Find(state, e, KeyOf(row, delete.Target)) is not null)));

    private bool Passes(SchemaState state, RowInsert insert, Table source, SeedRow row) => insert.Filter switch
    {
        MarkFilter mark => IsMarked(source, row, mark),
        AbsentFilter absent => absent.Others.All(o => Find(state, o, KeyOf(row, insert.From)) is null),
        ValueFilter values => values.Columns.Any(c => SeedCell.Of(row, source.FindColumn(c)!).Value is not null),
        _ => true,
    };

    private bool IsMarked(Table table, SeedRow row, MarkFilter mark)
    {
        var column = table.FindColumn(mark.Column)!;
        return SeedCell.Of(row, column).Value is { } value && mark.Literals.Contains(context.Traits.Literal(value, column.StoreType));
    }

    // What is only known as SQL the model's own row says, which is compared with this one.
    private SeedRow Values(Table table, SeedRow row, IEnumerable<CopiedValue> values, System.Func<ObjectName, SeedRow> source, SchemaState state)
    {
        var set = row.Values;
        foreach (var value in values)
        {
            var from = value.Table is { } name ? SeedCell.Of(source(name), state.Tables[name].FindColumn(value.Value)!).Value : context.Value(value.Value, table.FindColumn(value.Column)!);
            set = from is null ? set.Remove(value.Column) : set.SetItem(value.Column, from);
        }

        return new(set);
    }

    private static SeedRow? Find(SchemaState state, RowSource source, List<object?> key)
        => state.Tables[source.Table].Seeds.FirstOrDefault(r => KeyOf(r, source).Zip(key, SeedKey.Same).All(same => same));

    private static List<object?> KeyOf(SeedRow row, RowSource source) => [.. source.Key.Select(c => row.Values.GetValueOrDefault(c))];
}
