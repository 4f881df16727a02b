using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Replay;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>Keys over a computed column that gets another expression: the server can only make the column again, and drops them with it.</summary>
public sealed class ComputedKeyTests(PostgresServer server)
{
    public static TheoryData<string, string> Keys => new()
    {
        { "primary key", "ALTER TABLE t ADD PRIMARY KEY (\"Sum\")" },
        { "primary key of several columns", "ALTER TABLE t ADD PRIMARY KEY (\"Id\", \"Sum\")" },
        { "unique constraint", "ALTER TABLE t ADD UNIQUE (\"Sum\")" },
        { "foreign key", "ALTER TABLE t ADD FOREIGN KEY (\"Sum\") REFERENCES p" },
        { "foreign key to it", "ALTER TABLE t ADD UNIQUE (\"Sum\"); CREATE TABLE u (x integer REFERENCES t (\"Sum\")); INSERT INTO u VALUES (2)" },
        { "foreign key of its own table to it", "ALTER TABLE t ADD UNIQUE (\"Sum\"); ALTER TABLE t ADD up integer REFERENCES t (\"Sum\")" },
    };

    [Theory]
    [MemberData(nameof(Keys))]
    public void They_are_there_again_there_and_back(string what, string set)
    {
        using var database = new PostgresDatabase(server);
        database.Execute("CREATE TABLE p (id integer PRIMARY KEY); INSERT INTO p VALUES (2), (4); CREATE TABLE t (\"Id\" integer NOT NULL, \"Sum\" integer NOT NULL GENERATED ALWAYS AS (\"Id\" + 1) STORED); INSERT INTO t VALUES (1), (3)");
        database.Execute(set);
        var (differ, before) = (new SchemaDiffer(database.Provider.Traits), database.State);
        var after = new Replayer(database.Provider.Traits).Apply(before, [Sum("\"Id\" + 1", "1 + \"Id\"")]);
        Assert.True(before != after, what);

        database.Apply(differ.Diff(before, after, DiffDecisions.None).Operations);
        Assert.Empty(database.Differences(after));

        database.Apply(differ.Diff(after, before, DiffDecisions.None).Operations);
        Assert.Empty(database.Differences(before));
        Assert.Equal(["1|2", "3|4"], database.Query("SELECT \"Id\", \"Sum\" FROM t ORDER BY 1"));
    }

    private static AlterColumnOperation Sum(string from, string to) => new()
    {
        Table = "t",
        Name = "Sum",
        ClrType = typeof(int),
        ColumnType = "integer",
        ComputedColumnSql = to,
        IsStored = true,
        OldColumn = new AddColumnOperation { ClrType = typeof(int), ColumnType = "integer", ComputedColumnSql = from, IsStored = true },
    };
}
