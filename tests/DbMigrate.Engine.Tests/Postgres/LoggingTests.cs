using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Schema;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>Tables that refer to each other become unlogged together, and logged again; the server allows no logged table to refer to an unlogged one in between.</summary>
public sealed class LoggingTests(PostgresServer server)
{
    [Theory]
    [InlineData("b -> a", 0)]
    [InlineData("a -> b", 0)]
    [InlineData("a -> b, b -> c", 0)]
    [InlineData("b -> a, c -> b, c -> a", 0)]
    [InlineData("a -> a, b -> b, b -> a", 0)]
    [InlineData("a -> b, b -> a", 1)]
    [InlineData("a -> b, b -> c, c -> a", 1)]
    public void Tables_change_together(string references, int cut)
    {
        using var database = new PostgresDatabase(server);
        database.Execute("CREATE TABLE a (id integer PRIMARY KEY, b integer, c integer); CREATE TABLE b (id integer PRIMARY KEY, a integer, c integer); CREATE TABLE c (id integer PRIMARY KEY, a integer, b integer)");
        foreach (var (from, to) in references.Split(", ").Select(r => (r[..1], r[^1..])))
            database.Execute($"ALTER TABLE {from} ADD CONSTRAINT fk_{from}_{to} FOREIGN KEY ({(from == to ? "id" : to)}) REFERENCES {to}; INSERT INTO {to} VALUES (1) ON CONFLICT DO NOTHING");
        var logged = database.State;
        var unlogged = logged with { Tables = logged.Tables.SetItems(logged.Tables.Values.Select(t => KeyValuePair.Create(t.Name, t with { Annotations = t.Annotations.With("Npgsql:UnloggedTable", true) }))) };

        Assert.Equal(cut, Change(database, logged, unlogged));
        Assert.Equal(cut, Change(database, unlogged, logged));
        Assert.NotEmpty(database.Query("SELECT 1 FROM a UNION ALL SELECT 1 FROM b"));
    }

    [Fact]
    public void The_foreign_key_in_the_way_gets_another_name_too()
    {
        using var database = new PostgresDatabase(server);
        database.Execute("CREATE TABLE a (id integer PRIMARY KEY, b integer); CREATE TABLE b (id integer PRIMARY KEY, a integer CONSTRAINT old REFERENCES a); ALTER TABLE a ADD CONSTRAINT older FOREIGN KEY (b) REFERENCES b");
        var logged = database.State;
        var unlogged = logged with
        {
            Tables = logged.Tables.SetItems(logged.Tables.Values.Select(t => KeyValuePair.Create(t.Name, t with
            {
                Annotations = t.Annotations.With("Npgsql:UnloggedTable", true),
                ForeignKeys = t.ForeignKeys.Select(k => k with { Name = "new_" + k.Name }).ToEquatableList(),
            }))),
        };

        Assert.Equal(2, Change(database, logged, unlogged));
        Assert.Equal(2, Change(database, unlogged, logged));
    }

    private static int Change(PostgresDatabase database, SchemaState from, SchemaState to)
    {
        var operations = database.ByScript(new SchemaDiffer(database.Provider.Traits).Diff(from, to, DiffDecisions.None).Operations);
        database.Apply(operations);
        Assert.Empty(database.Differences(to));
        return operations.OfType<DropForeignKeyOperation>().Count();
    }
}
