using System.Linq;
using DbMigrate.Engine.Replay;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>The server changes the name or the schema in one statement, never both: what has the name in between is not in the way.</summary>
public sealed class MoveTests(PostgresServer server)
{
    [Theory]
    [InlineData]
    [InlineData("shop.a")]
    [InlineData("b")]
    [InlineData("shop.a", "b")]
    public void What_moves_under_another_name_meets_nobody(params string[] others)
    {
        using var database = new PostgresDatabase(server);
        database.Execute("CREATE SCHEMA shop; CREATE SEQUENCE a START 7;" + string.Concat(others.Select(o => $"CREATE SEQUENCE {o};")));
        Moves(database, new RenameSequenceOperation { Name = "a", NewName = "b", NewSchema = "shop" });
        Assert.Equal(["7"], database.Query("SELECT nextval('shop.b')"));

        database.Execute("DROP SCHEMA shop CASCADE; DROP SEQUENCE IF EXISTS b; CREATE SCHEMA shop; CREATE TABLE a (x integer);" + string.Concat(others.Select(o => $"CREATE TABLE {o} (y integer);")));
        Moves(database, new RenameTableOperation { Name = "a", NewName = "b", NewSchema = "shop" });
        Assert.Empty(database.Query("SELECT x FROM shop.b"));
    }

    private static void Moves(PostgresDatabase database, MigrationOperation operation)
    {
        var expected = new Replayer(database.Provider.Traits).Apply(database.State, [operation]);
        database.Apply([operation]);
        Assert.Empty(database.Differences(expected));
    }
}
