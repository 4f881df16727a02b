using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Introspection.Postgres;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Tests.Generators.Postgres;

/// <summary>Changes of sequences and of defaults that take their values.</summary>
internal sealed class PostgresSequenceEdits(Draw draw)
{
    private static readonly ObjectName[] Names = ["Numbers", new("shop", "Tickets"), new("attic", "Numbers")];
    private static readonly ObjectName[] OtherNames = [.. Names, "Tickets", new("shop", "Numbers"), new("attic", "it's \"odd\"")];

    public static SchemaState Draw(Draw draw, SchemaState state)
    {
        foreach (var name in Names.Where(_ => draw.Chance(25)))
            state = state with { Sequences = state.Sequences.Add(name, Sequence(draw, name)), Schemas = name.Schema is null ? state.Schemas : state.Schemas.Add(name.Schema) };
        return state;
    }

    public string? Create(PairBuilder pair, Table table)
    {
        var name = draw.Pick(Names);
        if (pair.To.Sequences.ContainsKey(name))
            return null;
        pair.To = pair.To with { Sequences = pair.To.Sequences.Add(name, Sequence(draw, name)) };
        return "create sequence";
    }

    public string? Drop(PairBuilder pair, Table table)
    {
        if (Unused(pair) is not { } name)
            return null;
        pair.To = pair.To with { Sequences = pair.To.Sequences.Remove(name) };
        pair.DropSequence(name);
        return "drop sequence";
    }

    public string? Change(PairBuilder pair, Table table)
    {
        if (pair.To.Sequences.Count == 0)
            return null;
        var old = draw.Pick(pair.To.Sequences.Values.ToList());
        var (changed, kind) = draw.Below(5) switch
        {
            0 => (old with { IncrementBy = old.IncrementBy + 1 }, "alter sequence"),
            1 => (old with { StartValue = old.StartValue + 10 }, "restart sequence"),
            2 => (old with { MaxValue = old.MaxValue is null ? old.StartValue > 90_000 ? 900_000 : 30_000 : null, IsCyclic = !old.IsCyclic }, "alter sequence"),
            3 => (Far(old), "change range of sequence"),
            _ => (Sequence(draw, old.Name), "change type of sequence"),
        };
        pair.To = pair.To with { Sequences = pair.To.Sequences.SetItem(old.Name, changed) };
        return changed.Equals(old) ? null : kind == "change type of sequence" && changed.ClrType == old.ClrType ? "alter sequence" : kind;
    }

    public string? Default(PairBuilder pair, Table table)
    {
        var column = draw.PickOrNull(table.Columns.Where(c => c.StoreType is "integer" or "bigint" && c.ComputedSql is null && !ColumnKind.IsNumbered(c) && c.IsNullable
            && pair.Before(table.Name, c.Name)?.IsNullable != false && !table.ForeignKeys.Any(k => k.Columns.Contains(c.Name))));
        if (column is null || pair.To.Sequences.Count == 0)
            return null;
        var name = draw.Pick(pair.To.Sequences.Keys.ToList());
        pair.Set(table with
        {
            Columns = table.Columns.Replace(c => c.Name == column.Name, c => c with { DefaultSql = Next(name), Hints = c.Hints with { DefaultValue = null } }),
            Seeds = [],
        });
        return "default of a sequence";
    }

    public string? Rename(PairBuilder pair, Table table)
    {
        if (pair.To.Sequences.Count == 0)
            return null;
        var (old, name) = (draw.Pick(pair.To.Sequences.Keys.ToList()), draw.Pick(OtherNames));
        if (pair.To.Sequences.ContainsKey(name) || pair.To.Tables.ContainsKey(name))
            return null;
        Apply(pair, new() { [old] = name });
        return old.Name == name.Name ? "move sequence" : "rename sequence";
    }

    public string? Exchange(PairBuilder pair, Table table)
    {
        if (pair.To.Sequences.Count < 2)
            return null;
        var (one, other) = (pair.To.Sequences.Keys.First(), pair.To.Sequences.Keys.Last());
        Apply(pair, new() { [one] = other, [other] = one });
        return "exchange sequences";
    }

    private static void Apply(PairBuilder pair, Dictionary<ObjectName, ObjectName> names)
    {
        var defaults = names.ToDictionary(n => Next(n.Key), n => Next(n.Value));
        pair.To = pair.To with
        {
            Sequences = pair.To.Sequences.RemoveRange(names.Keys).AddRange(names.Select(n => KeyValuePair.Create(n.Value, pair.To.Sequences[n.Key] with { Name = n.Value }))),
            Schemas = pair.To.Schemas.Union(names.Values.Select(n => n.Schema).OfType<string>()),
        };
        pair.SetAll(t => t with { Columns = t.Columns.Replace(c => c.DefaultSql is { } sql && defaults.ContainsKey(sql), c => c with { DefaultSql = defaults[c.DefaultSql!] }) });
        pair.RenameSequences(names);
    }

    private ObjectName? Unused(PairBuilder pair)
        => pair.To.Sequences.Keys.Where(n => IsUnused(pair, n)).ToList() is { Count: > 0 } names ? draw.Pick(names) : null;

    private static bool IsUnused(PairBuilder pair, ObjectName name) => !pair.To.Tables.Values.Any(t => t.Columns.Any(c => c.DefaultSql == Next(name)));

    private static string Next(ObjectName sequence) => $"nextval({PostgresText.Literal(SqlText.Quote(sequence))})";

    // Neither start is in the range of the other.
    private static Sequence Far(Sequence sequence) => sequence.StartValue > 90_000
        ? sequence with { MinValue = null, MaxValue = null, StartValue = 5 }
        : sequence with { ClrType = typeof(int), MinValue = 100_000, MaxValue = 900_000, StartValue = 100_007 };

    private static Sequence Sequence(Draw draw, ObjectName name) => new(name, draw.Pick([typeof(long), typeof(int), typeof(short)]))
    {
        StartValue = draw.Between(1, 9),
        IncrementBy = draw.Between(1, 3),
        MinValue = draw.Chance(30) ? 0 : null,
        MaxValue = draw.Chance(30) ? 20_000 : null,
        IsCyclic = draw.Chance(30),
    };
}
