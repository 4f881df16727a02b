using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Model;
using DbMigrate.Engine.Schema;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>Reading and comparing take as many round trips for many tables as for one.</summary>
public sealed class QueryCountTests(PostgresServer server)
{
    [Fact]
    public void Reading_and_comparing_take_a_constant_number_of_queries()
    {
        var (one, many) = (Count(1), Count(40));

        Assert.Equal(one, many);
        Assert.InRange(one.Read, 1, 20);
        Assert.InRange(one.Compared, one.Read + 1, 50);
    }

    private (int Read, int Compared) Count(int tables)
    {
        using var database = new PostgresDatabase(server);
        using var context = new PostgresModelContext(model => Build(model, tables));
        var desired = DesiredSchema.Read(context, database.Provider.Traits);
        database.Apply(new SchemaDiffer(database.Provider.Traits).Diff(SchemaState.Empty, desired, DiffDecisions.None).Operations);

        var count = 0;
        var name = database.Query("SELECT current_database()")[0];
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TagObjects.Contains(KeyValuePair.Create("db.namespace", (object?)name)))
                    Interlocked.Increment(ref count);
            },
        };
        ActivitySource.AddActivityListener(listener);
        Assert.Equal(tables, database.State.Tables.Count);
        var read = count;
        Assert.Empty(database.Differences(desired));
        return (read, count - read);
    }

    // What the server says in other words.
    private static void Build(ModelBuilder model, int tables)
    {
        for (var i = 0; i < tables; i++)
        {
            model.Entity("T" + i, e =>
            {
                e.Property<int>("Id");
                e.Property<string>("Name").HasDefaultValue("x");
                e.HasIndex("Name").HasFilter("\"Name\"  <> ''");
            });
        }
    }
}
