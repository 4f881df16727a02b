using System;
using System.Globalization;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Model;
using DbMigrate.Revisions.Errors;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>Fills for types that do not take every value of their CLR type.</summary>
public sealed class FillTests(PostgresServer server)
{
    [Theory]
    [InlineData("timestamp with time zone", "2026-11-22 10:00", "2026-11-22T10:00:00Z")]
    [InlineData("timestamp with time zone", "2026-11-22", "2026-11-22T00:00:00Z")]
    [InlineData("timestamp with time zone", "2026-11-22T10:00:00Z", "2026-11-22T10:00:00Z")]
    [InlineData("timestamp with time zone", "2026-11-22T10:00:00+02:00", "2026-11-22T08:00:00Z")]
    [InlineData("timestamp without time zone", "2026-11-22 10:00", "2026-11-22T10:00:00Z")]
    [InlineData("timestamp without time zone", "2026-11-22T10:00:00Z", "2026-11-22T10:00:00Z")]
    public void A_moment_is_what_the_column_takes(string type, string fill, string moment)
    {
        using var database = new PostgresDatabase(server);
        database.Execute("CREATE TABLE t (id integer PRIMARY KEY); INSERT INTO t VALUES (1)");
        var change = new SchemaDiffer(database.Provider.Traits).Diff(
            Desired(database, e => { }), Desired(database, e => e.Property<DateTime>("V").HasColumnName("v").HasColumnType(type)), DiffDecisions.None with { Fills = [new("t.v", fill, null)] });

        database.Apply(database.ByScript(change.Operations));

        var seconds = DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        Assert.Equal([seconds], database.Query("SELECT extract(epoch FROM v)::bigint::text FROM t"));
    }

    [Fact]
    public void What_only_an_expression_can_give_is_called_as_the_database_calls_it()
    {
        using var database = new PostgresDatabase(server);
        var error = Assert.Throws<DbMigrateException>(() => new SchemaDiffer(database.Provider.Traits).Diff(
            Desired(database, e => { }), Desired(database, e => e.Property<string[]>("V").HasColumnName("v").IsRequired()), DiffDecisions.None with { Fills = [new("t.v", "a", null)] }));
        Assert.Equal("-Fill cannot use 't.v': 'a' is no text[].", error.Message);
        Assert.Equal("Give a value of that type, or @{ Sql = '…' } for an expression.", error.Action);
    }

    private static Schema.SchemaState Desired(PostgresDatabase database, Action<Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder> configure)
    {
        using var context = new PostgresModelContext(model => model.Entity("T", e =>
        {
            e.ToTable("t");
            e.Property<int>("Id").HasColumnName("id").ValueGeneratedNever();
            e.HasKey("Id").HasName("t_pkey");
            configure(e);
        }));
        return DesiredSchema.Read(context, database.Provider.Traits);
    }
}
