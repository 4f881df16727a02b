using System;
using System.Globalization;
using CsCheck;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Model;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Tests.Laws;
using DbMigrate.Tests.Shared;
using Npgsql;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>The laws of the design on a real server. Fewer cases than on SQLite, where one costs a tenth of the time.</summary>
public sealed class LawTests(PostgresServer server)
{
    private static readonly int Cases = int.Parse(Environment.GetEnvironmentVariable("DBMIGRATE_CASES") ?? "20", CultureInfo.InvariantCulture);

    [Fact]
    public void Right_after_applying_any_model_nothing_differs()
    {
        using var database = new PostgresDatabase(server);
        PostgresModels.Model.Sample(
            spec =>
            {
                database.Clear();
                var desired = Desired(database, spec);
                database.Apply(Differ(database).Diff(SchemaState.Empty, desired, DiffDecisions.None).Operations);
                Assert.Empty(database.Differences(desired));
            },
            iter: Cases, threads: 1);
    }

    [Fact]
    public void A_filled_database_follows_any_difference_there_and_back()
    {
        using var database = new PostgresDatabase(server);
        var refused = 0;
        PostgresModels.Pair.Sample(
            pair =>
            {
                database.Clear();
                try
                {
                    GoThereAndBack(database, pair.From, pair.To);
                }
                catch (InvalidOperationException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.InvalidTextRepresentation })
                {
                    // A key "k1" is no number: an error, never another value.
                    refused++;
                }
            },
            iter: Cases, threads: 1, print: p => $"{p.From}\n-- to\n{p.To}");
        Assert.True(refused * 4 <= Cases, $"{refused} of {Cases} were refused.");
    }

    private static void GoThereAndBack(PostgresDatabase database, ModelSpec before, ModelSpec after)
    {
        var (from, to) = (Desired(database, before), Desired(database, after));
        var quiet = DiffDecisions.None with { IsReverse = true };
        database.Apply(Differ(database).Diff(SchemaState.Empty, from, quiet).Operations);

        var there = Differ(database).Diff(from, to, quiet);
        database.Apply(there.Operations);
        Assert.Empty(database.Differences(to));

        database.Apply(Differ(database).Diff(to, from, there.Reverse).Operations);
        Assert.Empty(database.Differences(from));
    }

    private static SchemaDiffer Differ(PostgresDatabase database) => new(database.Provider.Traits);

    private static SchemaState Desired(PostgresDatabase database, ModelSpec spec)
    {
        using var context = new PostgresModelContext(model => ModelSpecBuilder.Build(model, spec));
        return DesiredSchema.Read(context, database.Provider.Traits);
    }
}
