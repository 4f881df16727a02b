using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Sql.Text;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>Schemas that others wrote: read, made into a first revision, applied to an empty database, and read again.</summary>
public sealed class SharedSchemaTests(PostgresServer server)
{
    [Theory]
    [InlineData("chinook-serial.sql", 11, "")]
    [InlineData("sakila.sql", 21, "aggregate, domain, function, inheritance, rule")]
    [InlineData("pagila.sql", 16, "aggregate, domain, function, materialized view, partition, partitioning")]
    public void What_was_read_is_there_again_and_what_cannot_be_said_is_listed(string file, int tables, string gaps)
    {
        using var original = new PostgresDatabase(server);
        Complete(original);
        original.Execute(Fit(Text(file), original));
        original.Execute("SELECT set_config('search_path', 'public', false)");
        var state = original.State with { Collation = null };
        Assert.Equal(tables, state.Tables.Count);
        var listed = original.Gaps;
        Assert.Equal(gaps, string.Join(", ", listed.Select(g => g.Kind).Distinct().Order()));

        using var copy = new PostgresDatabase(server);
        Complete(copy);
        var operations = copy.ByScript(FirstRevision(copy, state, listed));
        copy.Apply(operations);

        Assert.Empty(copy.Differences(state));
        Assert.Empty(copy.Differences(new Replayer(copy.Provider.Traits).Apply(SchemaState.Empty, operations)));
        Assert.Empty(new SchemaDiffer(copy.Provider.Traits).Diff(copy.State with { Collation = null }, state, DiffDecisions.None).Operations);
    }

    // A function that servers have from 18 on.
    private static void Complete(PostgresDatabase database)
    {
        if (database.Query("SELECT 1 FROM pg_proc WHERE proname = 'uuidv7'").Count == 0)
            database.Execute("CREATE FUNCTION pg_catalog.uuidv7() RETURNS uuid LANGUAGE sql AS 'SELECT gen_random_uuid()'");
    }

    // What this server does not have: virtual columns before 18, an extension that is not installed.
    private static string Fit(string sql, PostgresDatabase database)
    {
        if (database.Query("SELECT 1 WHERE current_setting('server_version_num')::integer < 180000").Count > 0)
            sql = sql.Replace(") VIRTUAL", ") STORED");
        if (database.Query("SELECT 1 FROM pg_available_extensions WHERE name = 'vector'").Count == 0)
            sql = string.Join("\n", sql.Replace("public.vector(20)", "real[]").Split('\n').Where(l => !l.Contains(" vector ") && !l.Contains(" hnsw ")));
        return sql;
    }

    private static string Text(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "schemas", "postgres", file);
            if (File.Exists(path))
                return string.Join("\n", File.ReadLines(path).Where(l => !IsForTheClient(l)));
        }

        Skip.If(true, $"No shared/schemas/postgres/{file} above the tests: the schemas that others wrote are not part of the repository.");
        return "";
    }

    private static bool IsForTheClient(string line)
        => line.StartsWith('\\') || line.StartsWith("CREATE DATABASE", StringComparison.Ordinal) || line.StartsWith("DROP DATABASE", StringComparison.Ordinal);

    // Functions and types are plain SQL: what tables need before them, what needs tables behind them.
    private static List<MigrationOperation> FirstRevision(PostgresDatabase database, SchemaState state, IReadOnlyList<Providers.SchemaGap> gaps)
    {
        var operations = new SchemaDiffer(database.Provider.Traits).Diff(SchemaState.Empty, state, DiffDecisions.None).Operations.ToList();
        var routines = operations.FindIndex(o => o is SqlOperation sql && database.Provider.Traits.Statements(sql.Sql).Any(s => s.Kind != SchemaObjectKind.Index));
        operations.InsertRange(routines < 0 ? operations.Count : routines, gaps.Where(g => !g.IsBeforeTables && g.Sql is not null && g.Kind != "rule").Select(g => new SqlOperation { Sql = g.Sql! }));
        operations.InsertRange(0, gaps.Where(g => g.IsBeforeTables).Select(g => new SqlOperation { Sql = g.Sql! }).Prepend(new SqlOperation { Sql = "SET LOCAL check_function_bodies = off" }));
        return operations;
    }
}
