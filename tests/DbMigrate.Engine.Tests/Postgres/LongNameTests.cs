using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Introspection.Postgres;
using DbMigrate.Engine.Model;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using DbMigrate.Revisions.Errors;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>The server keeps 63 bytes of a name, so the rest of the name of an index or constraint is no difference, and none in the way of a change.</summary>
public sealed class LongNameTests(PostgresServer server)
{
    public static TheoryData<string> Names =>
    [
        new string('n', 63), new string('n', 64), new string('n', 100), new string('ä', 32), "x" + new string('ä', 31), "x" + new string('ä', 32), string.Concat(Enumerable.Repeat("😀", 16)),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_is_cut_as_the_server_cuts_it(string name)
    {
        using var database = new PostgresDatabase(server);
        database.Execute($"CREATE TABLE t (x integer); CREATE INDEX \"{name}\" ON t (x)");
        Assert.Equal([PostgresText.KeptName(name)], database.Query("SELECT relname FROM pg_class WHERE relkind = 'i' AND relnamespace = 'public'::regnamespace"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_has_a_long_name_comes_and_goes_without_a_difference(string name)
    {
        using var database = new PostgresDatabase(server);
        var (bare, full) = (Desired(database, null), Desired(database, name));
        var (differ, replayer) = (new SchemaDiffer(database.Provider.Traits), new Replayer(database.Provider.Traits));
        database.Apply(differ.Diff(SchemaState.Empty, bare, DiffDecisions.None).Operations);

        var there = differ.Diff(bare, full, DiffDecisions.None);
        database.Apply(database.ByScript(there.Operations));
        Assert.Empty(database.Differences(full));
        Assert.Empty(SchemaComparer.Compare(full, replayer.Apply(bare, there.Operations), seeds: true));

        database.Apply(database.ByScript(differ.Diff(full, bare, there.Reverse).Operations));
        Assert.Empty(database.Differences(bare));
    }

    [Fact]
    public void Scripts_that_say_the_whole_name_are_applied_and_recorded()
    {
        using var database = new PostgresDatabase(server);
        var (name, other) = (new string('n', 80), new string('m', 80));
        database.Execute("CREATE TABLE t (x integer)");
        IReadOnlyList<MigrationOperation>[] revisions =
        [
            [new CreateIndexOperation { Table = "t", Name = name, Columns = ["x"] }, new SqlOperation { Sql = $"CREATE INDEX \"s{name}\" ON t (x, x)" }, new AddCheckConstraintOperation { Table = "t", Name = name, Sql = "x > 0" }],
            [new RenameIndexOperation { Table = "t", Name = name, NewName = other }, new DropCheckConstraintOperation { Table = "t", Name = name }],
            [new DropIndexOperation { Table = "t", Name = other }, new SqlOperation { Sql = $"DROP INDEX \"s{name}\"" }],
        ];
        var recorded = database.State;
        foreach (var revision in revisions)
        {
            recorded = new Replayer(database.Provider.Traits).Apply(recorded, revision);
            database.Apply(revision);
            Assert.Empty(database.Differences(recorded));
        }
    }

    [Fact]
    public void What_applications_call_by_its_name_is_refused_where_the_name_would_be_cut()
    {
        using var database = new PostgresDatabase(server);
        database.Execute("CREATE TABLE t (x integer); CREATE SEQUENCE s");
        var name = new string('ä', 32);
        foreach (var (kind, operation) in Givers(name))
        {
            var error = Assert.Throws<DbMigrateException>(() => database.Provider.GenerateSql(database.State, [operation]));
            Assert.Equal(ErrorCatalogue.NotSupportedByProvider, error.Kind);
            Assert.Equal($"The {kind} {name} has a name that is too long: the database would call it {name[1..]}.", error.Message);
        }

        foreach (var (_, operation) in Givers(name[1..]))
            Assert.NotEmpty(database.Provider.GenerateSql(database.State, [operation]).Statements);
    }

    [Fact]
    public void A_model_with_such_a_name_is_refused_before_a_script_is_written()
    {
        using var database = new PostgresDatabase(server);
        using var context = new PostgresModelContext(model => model.Entity("T", e =>
        {
            e.Property<int>("Id").HasColumnName(new string('ä', 40));
            e.HasKey("Id");
        }));
        var desired = DesiredSchema.Read(context, database.Provider.Traits);
        var error = Assert.Throws<DbMigrateException>(() => new SchemaDiffer(database.Provider.Traits).Diff(SchemaState.Empty, desired, DiffDecisions.None));
        Assert.StartsWith("The column äää", error.Message);
    }

    private static List<(string Kind, MigrationOperation Operation)> Givers(string name) =>
    [
        ("table", new CreateTableOperation { Name = name }),
        ("column", new CreateTableOperation { Name = "u", Columns = { new AddColumnOperation { Name = name, ColumnType = "integer", ClrType = typeof(int) } } }),
        ("table", new RenameTableOperation { Name = "t", NewName = name }),
        ("column", new AddColumnOperation { Table = "t", Name = name, ColumnType = "integer", ClrType = typeof(int), IsNullable = true }),
        ("column", new RenameColumnOperation { Table = "t", Name = "x", NewName = name }),
        ("sequence", new CreateSequenceOperation { Name = name, ClrType = typeof(long) }),
        ("sequence", new RenameSequenceOperation { Name = "s", NewName = name }),
        ("schema", new EnsureSchemaOperation { Name = name }),
        ("view", new SqlOperation { Sql = $"CREATE VIEW \"{name}\" AS SELECT 1 AS a" }),
    ];

    private static SchemaState Desired(PostgresDatabase database, string? name)
    {
        using var context = new PostgresModelContext(model =>
        {
            model.Entity("T", e =>
            {
                e.Property<int>("Id").ValueGeneratedNever();
                e.Property<int>("N");
                e.Property<int>("M");
                e.HasKey("Id").HasName(name is null ? "PK" : "p" + name);
                if (name is null)
                    return;
                e.HasIndex(["N"], "i" + name);
                e.HasAlternateKey("M").HasName("u" + name);
                e.ToTable(t => t.HasCheckConstraint("c" + name, "\"N\" > 0"));
                e.HasOne("T", null).WithMany().HasForeignKey("N").HasConstraintName("f" + name);
            });
        });
        return DesiredSchema.Read(context, database.Provider.Traits);
    }
}
