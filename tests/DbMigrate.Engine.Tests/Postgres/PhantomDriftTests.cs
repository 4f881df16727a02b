using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Model;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using DbMigrate.Tests.Shared;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>Right after applying a model's revisions, nothing differs between desired, recorded and actual.</summary>
public sealed class PhantomDriftTests(PostgresServer server)
{
    [Fact]
    public void Triggers_and_views_follow_a_renamed_table()
    {
        using var database = new PostgresDatabase(server);
        MigrationOperation[] first =
        [
            new SqlOperation { Sql = "CREATE TABLE a (x integer); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END; $$" },
        ];
        database.Apply(first);
        var replayer = new Replayer(database.Provider.Traits);
        var recorded = replayer.Apply(SchemaState.Empty with { Tables = database.State.Tables }, []);
        MigrationOperation[] second =
        [
            new SqlOperation { Sql = "CREATE OR REPLACE VIEW public.v AS SELECT x FROM a; CREATE TRIGGER t BEFORE INSERT ON public.a FOR EACH ROW EXECUTE PROCEDURE f()" },
            new RenameTableOperation { Name = "a", NewName = "b" },
        ];
        database.Apply(second);

        Assert.Empty(database.Differences(replayer.Apply(recorded, second)));
    }

    [Fact]
    public void Right_after_applying_a_rich_model_nothing_differs()
    {
        using var database = new PostgresDatabase(server);
        using var context = new PostgresModelContext(RichPostgresModel.Build);
        var desired = DesiredSchema.Read(context, database.Provider.Traits);
        var operations = database.ByScript(new SchemaDiffer(database.Provider.Traits).Diff(SchemaState.Empty, desired, DiffDecisions.None).Operations);
        var recorded = new Replayer(database.Provider.Traits).Apply(SchemaState.Empty, operations);

        database.Apply(operations);

        Assert.Empty(SchemaComparer.Compare(desired, recorded, seeds: true));
        Assert.Empty(database.Differences(desired));
        Assert.Empty(database.Differences(recorded));
        Assert.Equal(["3"], database.Query("SELECT nextval(pg_get_serial_sequence('orders', 'Id'))"));
    }
}
