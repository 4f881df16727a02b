using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using DbMigrate.Tests.Shared;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>A unique constraint on the columns of another key is there like any other.</summary>
public sealed class RepeatedKeyTests(PostgresServer server)
{
    [Theory]
    [InlineData("PRIMARY KEY (x), UNIQUE (x)")]
    [InlineData("UNIQUE (x), PRIMARY KEY (x)")]
    [InlineData("PRIMARY KEY (x, y), UNIQUE (x, y), UNIQUE (y, x)")]
    [InlineData("UNIQUE (x), CONSTRAINT again UNIQUE (x)")]
    [InlineData("PRIMARY KEY (x), UNIQUE (x), CONSTRAINT again UNIQUE (x)")]
    public void It_is_created_and_no_difference_is_left(string keys)
    {
        using var database = new PostgresDatabase(server);
        database.Execute("CREATE TABLE t (x integer NOT NULL, y integer NOT NULL)");
        foreach (var key in keys.Split("), ").Select(k => k.TrimEnd(')') + ")"))
            database.Execute($"ALTER TABLE t ADD {key}");
        var wanted = database.State;
        var constraints = database.Query("SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = 't'::regclass ORDER BY 1");
        database.Execute("DROP TABLE t");

        var (differ, traits) = (new SchemaDiffer(database.Provider.Traits), database.Provider.Traits);
        var operations = database.ByScript(differ.Diff(SchemaState.Empty, wanted, DiffDecisions.None).Operations);
        database.Apply(operations);

        Assert.Equal(constraints, database.Query("SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = 't'::regclass ORDER BY 1"));
        Assert.Empty(database.Differences(wanted));
        Assert.Empty(database.Differences(new Replayer(traits).Apply(SchemaState.Empty, operations)));
        database.Apply(differ.Diff(wanted, SchemaState.Empty, DiffDecisions.None).Operations);
        Assert.Empty(database.Differences(SchemaState.Empty));
    }
}
