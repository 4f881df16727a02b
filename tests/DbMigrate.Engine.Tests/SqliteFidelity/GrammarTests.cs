using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CsCheck;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Tests.Introspection;
using DbMigrate.Engine.Tests.Sql.Sqlite;
using DbMigrate.Engine.Tests.SqliteFidelity.Grammar;
using Xunit;

namespace DbMigrate.Engine.Tests.SqliteFidelity;

/// <summary>Whatever SQLite takes is read whole, written, made again in an empty file, and rebuilt without a trace.</summary>
public sealed class GrammarTests
{
    private static readonly int Cases = int.Parse(Environment.GetEnvironmentVariable("DBMIGRATE_CASES") ?? "500", CultureInfo.InvariantCulture);

    private static readonly string[] Features =
    [
        "name in brackets", "name in backticks", "name in double quotes", "name without quotes", "line comment", "block comment", "comment of a column",
        "AUTOINCREMENT", "rowid alias", "computed column", "column without a type", "DEFAULT", "NOT NULL", "NULL", "COLLATE", "UNIQUE beside a column", "CHECK beside a column",
        "REFERENCES beside a column", "implied foreign key columns", "ON DELETE", "ON UPDATE", "MATCH", "DEFERRABLE", "named constraint", "ON CONFLICT of a key", "descending key beside a column",
        "ascending key beside a column", "NOT NULL ON CONFLICT", "STORED", "VIRTUAL", "STRICT", "WITHOUT ROWID", "IF NOT EXISTS", "composite key", "key behind the columns", "UNIQUE behind the columns",
        "CHECK behind the columns", "FOREIGN KEY", "no comma between constraints", "COLLATE in a key", "DESC in a key", "ASC in a key", "UNIQUE index", "partial index", "expression in an index",
        "COLLATE in an index", "DESC in an index", "ASC in an index", "columns of a view", "view on a view", "WITH", "WHERE of a view", "INSTEAD OF", "BEFORE or AFTER", "UPDATE OF", "FOR EACH ROW", "WHEN",
    ];

    [Fact]
    public void Whatever_SQLite_takes_is_read_made_again_and_rebuilt_without_a_difference()
    {
        var counts = new Dictionary<string, int>();
        new SchemaGrammar().Sample(
            random =>
            {
                foreach (var feature in random.Features)
                    counts[feature] = counts.GetValueOrDefault(feature) + 1;
                using var original = new SqliteDatabase(random.Statements);
                var state = original.Read();
                SqliteJudge.Agrees(original, state);
                MakeAgain(original, state);
                Rebuild(random, state);
            },
            iter: Cases, threads: 1, print: r => string.Join(";\n", r.Statements));

        var counted = string.Join(", ", Features.Where(f => counts.GetValueOrDefault(f) * 50 < Cases).Select(f => $"{f}: {counts.GetValueOrDefault(f)}"));
        Assert.True(counted.Length == 0, $"Drawn in less than 2 % of {Cases} cases: {counted}");
        Assert.Empty(counts.Keys.Except(Features));
    }

    [Fact]
    public void Whatever_SQLite_takes_can_be_written_as_a_script()
        => new SchemaGrammar().Array[50].Sample(
            schemas =>
            {
                using var file = new SqliteFile();
                var states = schemas.Select(s =>
                {
                    using var database = new SqliteDatabase(s.Statements);
                    return database.Read();
                }).ToList();
                foreach (var (state, operations) in states.Zip(FirstRevision.Of(file.Provider.Traits, states)))
                    FirstRevision.Makes(file.Provider.Traits, state, operations);
            },
            iter: 1, threads: 1, print: s => string.Join(";\n\n", s.SelectMany(r => r.Statements)));

    private static void MakeAgain(SqliteDatabase original, SchemaState state)
    {
        using var file = new SqliteFile();
        var operations = new SchemaDiffer(file.Provider.Traits).Diff(SchemaState.Empty, state, DiffDecisions.None).Operations;
        FirstRevision.Makes(file.Provider.Traits, state, operations);
        file.Apply(operations);

        // What is misread on both sides is not what SQLite says.
        foreach (var table in state.Tables.Keys.Select(t => t.Name.Replace("'", "''", StringComparison.Ordinal)))
        {
            foreach (var query in new[] { $"SELECT name, type, \"notnull\", pk, hidden FROM pragma_table_xinfo('{table}')", $"SELECT * FROM pragma_table_list('{table}')" })
                Assert.Equal(original.Query(query).Select(Plain), file.Query(query).Select(r => r.Replace("NULL", "", StringComparison.Ordinal)));
        }
    }

    private static string Plain(string[] row) => string.Join("|", row).Replace("NULL", "", StringComparison.Ordinal);

    private static void Rebuild(RandomSchema random, SchemaState state)
    {
        using var file = new SqliteFile();
        foreach (var statement in random.Statements)
            file.Execute(statement);
        var before = Snapshot.Schema(file).ToList();
        foreach (var table in state.Tables.Keys.Select(t => t.Name))
        {
            file.Apply(m => m.AddCheckConstraint("CK_dbm", table, "1 = 1"));
            file.Apply(m => m.DropCheckConstraint("CK_dbm", table));
            Assert.Equal(before, Snapshot.Schema(file));
        }
    }
}
