using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>Keys over computed columns that get another expression, or read a column of another type: the server can only make them again, and drops their keys with them.</summary>
public sealed class ComputedKeyTests(PostgresServer server)
{
    public static TheoryData<string> Keys => new()
    {
        "ALTER TABLE t ADD PRIMARY KEY (\"Sum\")",
        "ALTER TABLE t ADD PRIMARY KEY (\"Id\", \"Sum\")",
        "ALTER TABLE t ADD UNIQUE (\"Sum\")",
        "ALTER TABLE t ADD FOREIGN KEY (\"Sum\") REFERENCES p",
        "ALTER TABLE t ADD UNIQUE (\"Sum\"); CREATE TABLE u (x integer REFERENCES t (\"Sum\")); INSERT INTO u VALUES (2)",
        "ALTER TABLE t ADD UNIQUE (\"Sum\"); ALTER TABLE t ADD up integer REFERENCES t (\"Sum\")",
        "ALTER TABLE t ADD \"More\" integer GENERATED ALWAYS AS (\"Id\" + 2) STORED; CREATE INDEX ON t (\"Sum\", \"More\")",
        "ALTER TABLE t ADD \"More\" integer GENERATED ALWAYS AS (\"Id\" + 2) STORED; ALTER TABLE t ADD UNIQUE (\"Sum\", \"More\"); ALTER TABLE t ADD FOREIGN KEY (\"Sum\", \"More\") REFERENCES t (\"Sum\", \"More\") DEFERRABLE",
    };

    [Theory]
    [MemberData(nameof(Keys))]
    public void They_are_there_again_there_and_back(string set)
    {
        using var database = new PostgresDatabase(server);
        database.Execute("CREATE TABLE p (id integer PRIMARY KEY); INSERT INTO p VALUES (2), (4); CREATE TABLE t (\"Id\" integer NOT NULL, \"Sum\" integer NOT NULL GENERATED ALWAYS AS (\"Id\" + 1) STORED); INSERT INTO t VALUES (1), (3)");
        database.Execute(set);
        var before = database.State;

        ThereAndBack(database, before, Alter("Sum", "integer", "integer", "\"Id\" + 1", "1 + \"Id\""));
        ThereAndBack(database, before, Alter("Id", "integer", "bigint"));
        Assert.Equal(["1|2", "3|4"], database.Query("SELECT \"Id\", \"Sum\" FROM t ORDER BY 1"));
    }

    private static void ThereAndBack(PostgresDatabase database, SchemaState before, AlterColumnOperation operation)
    {
        var differ = new SchemaDiffer(database.Provider.Traits);
        var after = new Replayer(database.Provider.Traits).Apply(before, [operation]);

        database.Apply(differ.Diff(before, after, DiffDecisions.None).Operations);
        Assert.Empty(database.Differences(after));

        database.Apply(differ.Diff(after, before, DiffDecisions.None).Operations);
        Assert.Empty(database.Differences(before));
    }

    private static AlterColumnOperation Alter(string name, string oldType, string type, string? oldSql = null, string? sql = null) => new()
    {
        Table = "t",
        Name = name,
        ClrType = typeof(int),
        ColumnType = type,
        ComputedColumnSql = sql,
        IsStored = sql is null ? null : true,
        OldColumn = new AddColumnOperation { ClrType = typeof(int), ColumnType = oldType, ComputedColumnSql = oldSql, IsStored = sql is null ? null : true },
    };
}
