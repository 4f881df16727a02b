using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CsCheck;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Tests.Generators;
using DbMigrate.Engine.Tests.Model;
using DbMigrate.Engine.Tests.Sql.Sqlite;
using Xunit;

namespace DbMigrate.Engine.Tests.Laws;

/// <summary>
/// A real database with rows at schema A, after applying the difference to B, is at B; after undoing it, at A. What
/// both can hold is intact.
/// </summary>
public sealed class ThereAndBackTests
{
    private const int Pairs = 200;

    private readonly ProviderTraits _traits = ModelContext.Traits() with { RowIdType = "INTEGER" };

    [Fact]
    public void A_filled_database_goes_there_and_back()
    {
        var differ = new SchemaDiffer(_traits);
        new SchemaPairGen(_traits).Sample(
            pair =>
            {
                using var file = new SqliteFile();
                file.Apply(differ.Diff(SchemaState.Empty, pair.From, DiffDecisions.None).Operations);
                Fill(file, pair.From);
                var kept = RenameResolver.Resolve(pair.From, pair.To, pair.Decisions).Match(pair.From, pair.To).KeptPrincipalsFirst;
                var before = kept.SelectMany(p => Values(file, p.Old, p.Kept.Where(IsIntact).Select(k => k.Old))).ToList();

                var there = differ.Diff(pair.From, pair.To, pair.Decisions);
                file.Apply(there.Operations);
                AssertAt(pair.To, file);
                Assert.Equal(before, kept.SelectMany(p => Values(file, p.New, p.Kept.Where(IsIntact).Select(k => k.New))));

                file.Apply(differ.Diff(pair.To, pair.From, there.Reverse).Operations);
                AssertAt(pair.From, file);
                Assert.Equal(before, kept.SelectMany(p => Values(file, p.Old, p.Kept.Where(IsIntact).Select(k => k.Old))));
            },
            iter: Pairs, print: SchemaPrinter.Print);
    }

    private static void AssertAt(SchemaState expected, SqliteFile file)
        => Assert.Empty(SchemaComparer.Compare(expected, file.Provider.Introspect(file.Connection), seeds: false));

    private static bool IsIntact((Column Old, Column New) column)
        => column.Old.ComputedSql is null && column.New.ComputedSql is null && column.Old.StoreType == column.New.StoreType
            && (column.New.IsNullable || !column.Old.IsNullable) && ColumnKind.Of(column.Old).IsDistinct;

    private void Fill(SqliteFile file, SchemaState state)
    {
        // Rows refer to each other in circles.
        file.Execute("PRAGMA foreign_keys = OFF");
        foreach (var table in state.Tables.Values)
        {
            foreach (var row in NaturalRows.Of(table))
            {
                var values = row.Select(v => v.Value is null ? "NULL" : _traits.Literal(v.Value, table.FindColumn(v.Key)!.StoreType));
                file.Execute($"INSERT INTO {SqlText.Quote(table.Name.Name)} ({string.Join(", ", row.Keys.Select(SqlText.Quote))}) VALUES ({string.Join(", ", values)})");
            }
        }

        file.Execute("PRAGMA foreign_keys = ON");
        Assert.Empty(file.Query("PRAGMA foreign_key_check"));
    }

    // How many rows have the values that our rows have: seeded rows come and go.
    private IEnumerable<string> Values(SqliteFile file, Table table, IEnumerable<Column> columns)
        => from column in columns
           from number in Enumerable.Range(1, NaturalRows.Count - 1)
           let value = _traits.Literal(ColumnKind.Of(column).Natural(number), column.StoreType)
           select number.ToString(CultureInfo.InvariantCulture) + ": " + file.Query($"SELECT count(*) FROM {SqlText.Quote(table.Name.Name)} WHERE {SqlText.Quote(column.Name)} = {value}")[0];
}
