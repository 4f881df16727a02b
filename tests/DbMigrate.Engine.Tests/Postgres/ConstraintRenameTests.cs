using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Schema;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>Keys that get another name are renamed: nothing is built or read again, whatever the number of rows.</summary>
public sealed class ConstraintRenameTests(PostgresServer server)
{
    private const string Before = """
        CREATE TABLE "Customers" ("Id" integer CONSTRAINT "PK_Customers" PRIMARY KEY, "Code" text NOT NULL, CONSTRAINT "AK_Customers_Code" UNIQUE ("Code"), "ParentId" integer CONSTRAINT "FK_Customers_Customers_ParentId" REFERENCES "Customers");
        CREATE TABLE "Orders" ("Id" integer CONSTRAINT "PK_Orders" PRIMARY KEY, "CustomerId" integer CONSTRAINT "FK_Orders_Customers_CustomerId" REFERENCES "Customers" ON DELETE CASCADE, "Code" text CONSTRAINT "FK_Orders_Customers_Code" REFERENCES "Customers" ("Code"));
        INSERT INTO "Customers" VALUES (1, 'a', NULL), (2, 'b', 1);
        INSERT INTO "Orders" VALUES (1, 2, 'a')
        """;

    [Fact]
    public void Of_a_table_that_is_renamed_with_a_column()
    {
        using var database = new PostgresDatabase(server);
        database.Execute(Before);
        var (old, files) = (database.State, Files(database));
        var now = Renamed(old);
        var decisions = new DiffDecisions { Renames = [new("Customers", "Clients"), new("Orders.CustomerId", "ClientId")] };

        var there = new SchemaDiffer(database.Provider.Traits).Diff(old, now, decisions);
        var sql = Apply(database, now, there);
        Assert.Equal(5, sql.Count(s => s.Contains(" RENAME CONSTRAINT ", StringComparison.Ordinal)));
        Assert.DoesNotContain(sql, s => s.Contains("ADD CONSTRAINT", StringComparison.Ordinal) || s.Contains("DROP CONSTRAINT", StringComparison.Ordinal));
        Assert.Equal(files, Files(database));

        Assert.Equal(5, Apply(database, old, new SchemaDiffer(database.Provider.Traits).Diff(now, old, there.Reverse)).Count(s => s.Contains(" RENAME CONSTRAINT ", StringComparison.Ordinal)));
        Assert.Equal(files, Files(database));
    }

    [Theory]
    [InlineData("""ALTER TABLE "Orders" ALTER "CustomerId" TYPE bigint""", 4)]
    [InlineData("""ALTER TABLE "Customers" ALTER "Code" TYPE varchar(20); ALTER TABLE "Orders" ALTER "Code" TYPE varchar(20)""", 3)]
    [InlineData("""ALTER TABLE "Orders" DROP CONSTRAINT "FK_Orders_Customers_CustomerId", ADD CONSTRAINT "FK_Orders_Customers_CustomerId" FOREIGN KEY ("CustomerId") REFERENCES "Customers" """, 4)]
    [InlineData("""ALTER TABLE "Orders" DROP CONSTRAINT "FK_Orders_Customers_CustomerId" """, 4)]
    [InlineData("""ALTER TABLE "Customers" DROP CONSTRAINT "PK_Customers" CASCADE, ADD CONSTRAINT "PK_Customers" PRIMARY KEY ("Id", "Code") """, 2)]
    [InlineData("""ALTER TABLE "Customers" ADD "More" integer; CREATE INDEX "IX" ON "Orders" ("CustomerId")""", 5)]
    public void But_what_changes_besides_is_made_anew(string change, int renamed)
    {
        using var database = new PostgresDatabase(server);
        database.Execute(Before);
        var old = database.State;
        database.Execute(change);
        var now = Renamed(database.State);
        database.Clear();
        database.Execute(Before);

        var difference = new SchemaDiffer(database.Provider.Traits).Diff(old, now, new() { Renames = [new("Customers", "Clients"), new("Orders.CustomerId", "ClientId")] });
        Assert.Equal(renamed, Apply(database, now, difference).Count(s => s.Contains(" RENAME CONSTRAINT ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Names_that_are_exchanged_and_keys_of_which_a_statement_may_know_are_made_anew()
    {
        using var database = new PostgresDatabase(server);
        database.Execute("CREATE TABLE a (x integer CONSTRAINT p PRIMARY KEY); CREATE TABLE b (x integer CONSTRAINT q PRIMARY KEY)");
        var old = database.State;
        var now = old with { Tables = old.Tables.SetItems(old.Tables.Values.Select(t => KeyValuePair.Create(t.Name, t with { PrimaryKey = t.PrimaryKey! with { Name = t.PrimaryKey.Name == "p" ? "q" : "p" } }))) };
        var operations = new SchemaDiffer(database.Provider.Traits).Diff(old, now, DiffDecisions.None);
        Assert.Equal(["p", "q"], now.Tables.Values.Select(t => t.PrimaryKey!.Name).Order(StringComparer.Ordinal));
        _ = Apply(database, now, operations);
    }

    private static IReadOnlyList<string> Apply(PostgresDatabase database, SchemaState now, DiffResult difference)
    {
        var operations = database.ByScript(difference.Operations);
        var sql = database.Provider.GenerateSql(database.State, operations).Statements.Select(s => s.Text).ToList();
        database.Apply(operations);
        Assert.Empty(database.Differences(now));
        return sql;
    }

    // The files of tables and indexes; another one has been built anew.
    private static IReadOnlyList<string> Files(PostgresDatabase database)
        => database.Query("SELECT relfilenode FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'i') ORDER BY 1");

    private static SchemaState Renamed(SchemaState state)
    {
        static string Text(string name) => name.Replace("Customer", "Client", StringComparison.Ordinal);
        static ObjectName Name(ObjectName name) => name with { Name = Text(name.Name) };
        return state with
        {
            Tables = state.Tables.Values.Select(t => t with
            {
                Name = Name(t.Name),
                Columns = t.Columns.Replace(_ => true, c => c with { Name = Text(c.Name) }),
                PrimaryKey = t.PrimaryKey! with { Name = Text(t.PrimaryKey.Name) },
                UniqueConstraints = t.UniqueConstraints.Replace(_ => true, k => k with { Name = Text(k.Name) }),
                ForeignKeys = t.ForeignKeys.Replace(_ => true, k => k with { Name = Text(k.Name), Columns = k.Columns.Select(Text).ToEquatableList(), PrincipalTable = Name(k.PrincipalTable) }),
                Indexes = t.Indexes.Replace(_ => true, i => i with { Columns = i.Columns.Select(Text).ToEquatableList() }),
            }).Aggregate(state.Tables.Clear(), (tables, t) => tables.Add(t.Name, t)),
        };
    }
}
