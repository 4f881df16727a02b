using DbMigrate.Engine.Providers;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore.Migrations;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>Foreign keys that are checked at the end of the transaction: the server changes no table before that.</summary>
public sealed class DeferredTests(PostgresServer server)
{
    // Rows of a table that was written anew count as new ones, whose references are checked again.
    [Theory]
    [InlineData("3", null)]
    [InlineData(null, 3L)]
    public void A_column_becomes_required_behind_one_that_was_converted(string? sql, object? value)
    {
        using var database = new PostgresDatabase(server);
        database.Execute("""
            CREATE TABLE "P" ("Id" integer PRIMARY KEY);
            CREATE TABLE "C" ("Id" integer PRIMARY KEY, "PId" integer NOT NULL CONSTRAINT "FK_C_P" REFERENCES "P" DEFERRABLE INITIALLY DEFERRED, "Size" boolean, "Level" bigint DEFAULT 3);
            INSERT INTO "P" VALUES (1);
            INSERT INTO "C" VALUES (1, 1, true, NULL)
            """);
        var builder = new MigrationBuilder(PostgresProvider.Name);
        builder.AlterColumn<int>("Size", "C", "integer", nullable: true, oldClrType: typeof(bool), oldType: "boolean", oldNullable: true);
        builder.AlterColumn<long>("Level", "C", "bigint", nullable: false, defaultValueSql: sql, defaultValue: value, oldClrType: typeof(long), oldType: "bigint", oldNullable: true, oldDefaultValueSql: sql, oldDefaultValue: value);
        database.Apply(builder.Operations);
        Assert.Equal(["1|3"], database.Query("SELECT \"Size\", \"Level\" FROM \"C\""));
        Assert.Equal(["NO"], database.Query("SELECT is_nullable FROM information_schema.columns WHERE table_name = 'C' AND column_name = 'Level'"));
    }
}
