using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Tests.Generators;

/// <summary>
/// A schema and what random changes make of it. The rows of <see cref="NaturalRows"/> survive each pair there and
/// back. Changes add up: a column may be renamed and altered, and so on.
/// </summary>
internal sealed class SchemaPairGen(ProviderTraits traits) : Gen<SchemaPair>
{
    /// <summary>All kinds of changes.</summary>
    public static readonly string[] Kinds =
    [
        "create table", "drop table", "rename table", "change comment of table",
        "add column", "add required column", "add column with default", "add computed column", "drop column", "drop computed column",
        "rename column", "swap columns", "drop column and rename another to it", "loosen column", "tighten column", "change default",
        "change type", "change collation", "change comment of column", "change computed column",
        "add index", "add filtered index", "drop index", "rename index", "change index", "add unique constraint", "drop unique constraint",
        "rename primary key", "add primary key", "drop primary key", "change primary key", "add check", "drop check", "change check",
        "add foreign key", "drop foreign key", "change delete action", "insert seed", "delete seed", "update seed", "exchange seed values",
    ];

    public override SchemaPair Generate(PCG pcg, Size? min, out Size size)
    {
        var parts = new SchemaGenerators(new Draw(pcg), traits);
        var pair = Draw(parts);
        size = new Size(parts.Draw.Size);
        return pair;
    }

    /// <summary>A schema and what some changes make of it.</summary>
    public static SchemaPair Draw(SchemaGenerators parts) => Change(parts.Schema(), parts, parts.Draw.Between(1, parts.Dialect.MostChanges), isCrossed: true);

    /// <summary>What a number of random changes make of a schema.</summary>
    /// <param name="from">The schema.</param>
    /// <param name="parts">The generators.</param>
    /// <param name="changes">How many changes.</param>
    /// <param name="isCrossed">Whether seeded rows come to refer to any others, which another branch may delete.</param>
    public static SchemaPair Change(SchemaState from, SchemaGenerators parts, int changes, bool isCrossed = false)
    {
        var pair = new PairBuilder(from);
        var edits = Edits(parts);
        for (var count = changes; count > 0; count--)
        {
            // Much that is drawn does not fit; the next may.
            for (var attempt = 0; attempt < 10; attempt++)
            {
                if (parts.Draw.Pick(edits)(pair, parts.Draw.Pick(pair.To.Tables.Values.ToList())) is not { } kind)
                    continue;
                pair.Changes.Add(kind);
                break;
            }
        }

        pair.SetAll(t => t with { Columns = t.Columns.Replace(c => SharesValue(pair, t, c), c => c with { IsNullable = true }) });
        NameIndexesOnce(pair, parts.Dialect.KeysAreIndexes);
        parts.Dialect.Finish(parts.Draw, pair);
        pair.To = parts.Seeds.Repair(pair.To);
        if (isCrossed)
            pair.To = new SeedTrading(parts.Draw, pair, parts.Seeds).Trade(new SeedCrossing(parts.Draw, pair).Cross(pair.To));
        pair.To = parts.Dialect.Complete(pair.To);
        return pair.Build();
    }

    // Rows without a value would all get the default or fill where each must have its own, or one that refers to
    // something, there or on the way back.
    private static bool SharesValue(PairBuilder pair, Table table, Column column)
        => !column.IsNullable && pair.Before(table.Name, column.Name) is { IsNullable: true } before
            && (column.DefaultSql is not null || pair.Before(table.Name)!.Seeds.Count > 0)
            && (IsParticular(table, column) || IsParticular(pair.Before(table.Name)!, before));

    private static bool IsParticular(Table table, Column column)
        => table.UniqueConstraints.Any(k => k.Columns.Contains(column.Name)) || table.ForeignKeys.Any(k => k.Columns.Contains(column.Name))
            || table.Indexes.Any(i => i.IsUnique && i.Columns.Contains(column.Name));

    // A database has each name of an index once.
    private static void NameIndexesOnce(PairBuilder pair, bool withKeys)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        pair.SetAll(table => table with
        {
            PrimaryKey = withKeys && table.PrimaryKey is { } key ? key with { Name = Once(key.Name) } : table.PrimaryKey,
            UniqueConstraints = withKeys ? table.UniqueConstraints.Replace(_ => true, k => k with { Name = Once(k.Name) }) : table.UniqueConstraints,
            Indexes = table.Indexes.Replace(_ => true, i => Named(i, Once(i.Name))),
        });

        string Once(string name)
        {
            while (!taken.Add(name))
                name += "_";
            return name;
        }
    }

    private static Schema.Index Named(Schema.Index index, string name)
        => index with { Name = name, RawSql = index.RawSql?.Replace(SqlText.Quote(index.Name), SqlText.Quote(name)) };

    private static List<Func<PairBuilder, Table, string?>> Edits(SchemaGenerators parts)
    {
        var (columns, constraints, tables) = (new ColumnEdits(parts), new ConstraintEdits(parts), new TableEdits(parts));
        return
        [
            tables.Create, tables.Drop, tables.Rename, tables.Comment, tables.InsertRow, tables.DeleteRow, tables.UpdateRow,
            columns.Add, columns.AddComputed, columns.Drop, columns.Replace, columns.Rename, columns.Swap, columns.Nullability, columns.Default,
            columns.Type, columns.Collation, columns.Comment, columns.Computed,
            constraints.AddIndex, constraints.DropIndex, constraints.ChangeIndex, constraints.AddUnique, constraints.DropUnique,
            constraints.RenameKey, constraints.ChangeKey, constraints.AddCheck, constraints.DropCheck, constraints.ChangeCheck,
            constraints.AddForeignKey, constraints.DropForeignKey, constraints.ChangeForeignKey,

            // These often do not fit.
            columns.Add, columns.Drop, columns.Type, columns.Computed, columns.Collation, constraints.AddIndex, constraints.ChangeIndex, constraints.ChangeCheck,
            tables.DeleteRow, tables.UpdateRow,
            constraints.DropUnique, constraints.DropUnique, constraints.ChangeKey, constraints.ChangeKey, constraints.ChangeKey, constraints.ChangeKey,
            .. parts.Dialect.Edits(parts),
        ];
    }
}
