using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Model;
using DbMigrate.Engine.Replay;
using DbMigrate.Engine.Schema;
using DbMigrate.Tests.Shared;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>Right after applying a model's revisions, nothing differs between desired, recorded and actual.</summary>
public sealed class PhantomDriftTests(PostgresServer server)
{
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
