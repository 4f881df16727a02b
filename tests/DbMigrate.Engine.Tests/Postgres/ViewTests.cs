using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>Views of scripts over tables that change: the server keeps the columns that they show, and so do we.</summary>
public sealed class ViewTests(PostgresServer server)
{
    private const string Table = "CREATE TABLE t (\"Id\" integer PRIMARY KEY, \"Total\" numeric, \"Name\" text); CREATE TABLE u (\"Id\" integer PRIMARY KEY, \"Note\" text)";

    public static TheoryData<string, string> Views => new()
    {
        { "SELECT \"Total\" FROM t", "Total" },
        { "SELECT o.\"Id\", o.\"Total\" FROM t o", "Id Total" },
        { "SELECT DISTINCT \"Total\", \"Id\" FROM t", "Total Id" },
        { "SELECT \"Total\" AS x, \"Total\" y, \"Total\" + 1 AS z FROM t", "x y z" },
        { "SELECT \"Total\"::text, max(\"Id\") FROM t GROUP BY \"Total\"", "Total max" },
        { "SELECT s.\"Total\" FROM (SELECT \"Total\", \"Id\" FROM t) s WHERE s.\"Total\" > 0", "Total" },
        { "SELECT \"Total\" FROM t UNION SELECT \"Id\" FROM t ORDER BY 1", "Total" },
        { "WITH c AS (SELECT \"Total\" FROM t) SELECT c.\"Total\" FROM c", "Total" },
        { "SELECT t.\"Total\", u.\"Note\" FROM t JOIN u ON u.\"Id\" = t.\"Id\"", "Total Note" },
        { "SELECT coalesce(\"Total\", 0) AS a, (SELECT max(\"Total\") FROM t) AS b FROM t", "a b" },
        { "SELECT u.\"Id\", (SELECT max(\"Total\") FROM t WHERE t.\"Id\" = u.\"Id\") FROM u", "Id max" },
        { "SELECT \"Total\" FROM (SELECT \"Total\" FROM t) s ORDER BY \"Total\"", "Total" },
        { "SELECT \"Total\", \"Name\" FROM t WHERE \"Total\" IS DISTINCT FROM 1 GROUP BY \"Total\", \"Name\" ORDER BY \"Total\" DESC", "Total Name" },
        { "SELECT \"Total\" FROM ((t JOIN u ON ((u.\"Id\" = t.\"Id\"))) JOIN u u2 ON ((u2.\"Id\" = t.\"Id\")))", "Total" },
        { "SELECT CASE WHEN \"Total\" > 0 THEN extract(year FROM now()) ELSE \"Total\" END AS c FROM t", "c" },
        { "SELECT * FROM t", "Id Total Name" },
        { "SELECT u.*, o.\"Total\", count(*) OVER (ORDER BY o.\"Total\") FROM u, t o", "Id Note Total count" },
        { "SELECT x.* FROM t x WHERE EXISTS (SELECT * FROM u WHERE u.\"Id\" = x.\"Id\")", "Id Total Name" },
        { "SELECT g.\"Total\", s.\"Total\" AS other FROM t g CROSS JOIN LATERAL (SELECT g.\"Total\") s", "Total other" },
    };

    [Theory]
    [MemberData(nameof(Views))]
    public void A_view_keeps_the_names_of_its_columns_when_one_of_a_table_is_renamed(string query, string columns)
        => Check(query, columns, [Rename()]);

    [Theory]
    [InlineData("SELECT * FROM t", "Id Total Name")]
    [InlineData("SELECT t.* FROM t JOIN u ON u.\"Id\" = t.\"Id\"", "Id Total Name")]
    public void It_shows_no_column_that_comes_later(string query, string columns)
        => Check(query, columns, [new AddColumnOperation { Table = "t", Name = "New", ClrType = typeof(int), ColumnType = "integer", IsNullable = true }]);

    [Theory]
    [MemberData(nameof(Views))]
    public void It_keeps_them_when_it_is_made_again_for_a_new_type(string query, string columns)
    {
        if (query.Contains("UNION", System.StringComparison.Ordinal))
            query = query.Replace("\"Id\" FROM t ORDER", "\"Total\" FROM t ORDER", System.StringComparison.Ordinal);
        Check(query, columns, [Rename(), new AlterColumnOperation { Table = "t", Name = "Sum", ClrType = typeof(decimal), ColumnType = "numeric(18,2)", IsNullable = true, OldColumn = new AddColumnOperation { ClrType = typeof(decimal), ColumnType = "numeric", IsNullable = true } }]);
    }

    [Fact]
    public void A_view_over_one_that_stands_behind_it_in_the_alphabet_is_no_difference()
    {
        using var database = new PostgresDatabase(server);
        database.Execute(Table);
        var recorded = Apply(database, database.State, [new SqlOperation { Sql = "CREATE VIEW z AS SELECT * FROM t; CREATE VIEW a AS SELECT * FROM z" }]);

        Assert.Empty(database.Differences(recorded));
    }

    [Theory]
    [InlineData("CREATE TRIGGER \"Total\" AFTER UPDATE OF \"Id\" ON t FOR EACH ROW EXECUTE FUNCTION nothing()")]
    [InlineData("CREATE TRIGGER r AFTER UPDATE OF \"Total\" ON t FOR EACH ROW WHEN (new.\"Total\" > 1) EXECUTE FUNCTION nothing()")]
    [InlineData("CREATE TRIGGER r AFTER UPDATE OF \"Id\" ON t FOR EACH ROW EXECUTE FUNCTION \"Total\"()")]
    public void A_trigger_keeps_its_own_name_when_a_column_that_is_called_so_is_renamed(string trigger)
    {
        using var database = new PostgresDatabase(server);
        database.Execute(Table);
        database.Execute("CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'; CREATE FUNCTION \"Total\"() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'");
        var recorded = Apply(database, database.State, [new SqlOperation { Sql = trigger }]);

        recorded = Apply(database, recorded, [Rename()]);

        Assert.Empty(database.Differences(recorded));
    }

    private static RenameColumnOperation Rename() => new() { Table = "t", Name = "Total", NewName = "Sum" };

    private void Check(string query, string columns, IReadOnlyList<MigrationOperation> operations)
    {
        using var database = new PostgresDatabase(server);
        database.Execute(Table);
        var recorded = database.State;
        MigrationOperation[] view = [new SqlOperation { Sql = "CREATE VIEW v AS " + query }];
        recorded = Apply(database, recorded, view);
        Assert.Empty(database.Differences(recorded));

        recorded = Apply(database, recorded, operations);

        Assert.Equal(columns, database.Query("SELECT string_agg(attname, ' ' ORDER BY attnum) FROM pg_attribute WHERE attrelid = 'v'::regclass AND attnum > 0").Single());
        Assert.Empty(database.Differences(recorded));
    }

    private static SchemaState Apply(PostgresDatabase database, SchemaState recorded, IReadOnlyList<MigrationOperation> operations)
    {
        database.Apply(operations);
        return new Replayer(database.Provider.Traits).Apply(recorded, operations);
    }
}
