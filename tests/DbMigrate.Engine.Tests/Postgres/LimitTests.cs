using DbMigrate.Engine.Tests.Apply;
using DbMigrate.Protocol;
using DbMigrate.Tests.Shared;
using Npgsql;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>What the server or a sequence has no room for is said with the names and the next step, and nothing has changed.</summary>
public sealed class LimitTests(PostgresServer server)
{
    [Fact]
    public void More_locks_than_the_server_has_room_for_are_told_with_its_setting()
    {
        using var small = new PostgresServer { MoreOptions = "-c max_locks_per_transaction=10" };
        using var db = new PostgresWorkspace(small);
        db.Work.Script("a", null, Workspace.Sql("DO $$ BEGIN FOR i IN 1..5000 LOOP EXECUTE format('CREATE TABLE t%s (x integer)', i); END LOOP; END $$"));

        using var watch = db.Open();
        using var others = new NpgsqlCommand("SELECT count(*) FROM pg_stat_get_activity(NULL) WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'", watch);

        // Once it was run, the server needs to look nothing up for it.
        others.ExecuteScalar();

        var error = db.Work.Error(Methods.Apply, db.Work.Plan());

        // The provider leaves a connection that ran out of memory; until the server has noticed, there is no room for another,
        // nor for a query that needs a lock.
        while (others.ExecuteScalar() is not 0L)
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();

        Assert.Equal("TooManyLocks", error.ErrorId);
        Assert.Contains("Revision a could not be applied: The database ", error.Message);
        Assert.Contains("max_locks_per_transaction is too small", error.Message);
        Assert.Contains("nothing of it remains", error.Message);
        Assert.Contains("Raise max_locks_per_transaction in postgresql.conf and restart the server", error.Action);
        Assert.Equal(["0"], db.Query("SELECT count(*) FROM pg_class WHERE relname LIKE 't%' AND relnamespace = 'public'::regnamespace"));
    }

    [Theory]
    [InlineData("type", "short", "", 1, 32767)]
    [InlineData("limit", "long", ", maxValue: 100, oldMaxValue: null", 1, 100)]
    public void A_sequence_is_not_narrowed_below_its_place(string what, string type, string limits, int least, int most)
    {
        using var db = Numbered(type, limits);
        db.Query("SELECT setval('\"Numbers\"', 40000)");

        var error = db.Work.Error(Methods.Apply, db.Work.Plan());

        Assert.True(error.ErrorId == "RevisionFailed", what);
        Assert.Contains($"The sequence Numbers is at 40000, outside of its new range {least} to {most}. HINT: Keep the wider range, or let the sequence begin anew before this: RestartSequence, or ALTER SEQUENCE \"Numbers\" RESTART WITH a number that is free.", error.Message);
        Assert.Contains("nothing of it remains", error.Message);
        Assert.Equal(["bigint|9223372036854775807|40000"], db.Query("SELECT data_type::text, max_value, last_value FROM pg_sequences WHERE sequencename = 'Numbers'"));

        db.Query("SELECT setval('\"Numbers\"', 7)");
        Assert.Equal(1, db.Work.Apply().Steps);
        Assert.Equal([$"{most}|7"], db.Query("SELECT max_value, last_value FROM pg_sequences WHERE sequencename = 'Numbers'"));
        Assert.Equal(1, db.Work.Apply(db.Work.Undo()).Steps);
        Assert.Equal(["9223372036854775807|7"], db.Query("SELECT max_value, last_value FROM pg_sequences WHERE sequencename = 'Numbers'"));
    }

    private PostgresWorkspace Numbered(string type, string limits)
    {
        var db = new PostgresWorkspace(server);
        db.Work.Script("a", null, "migrationBuilder.CreateSequence<long>(\"Numbers\");", "migrationBuilder.DropSequence(\"Numbers\");");
        db.Work.Apply();
        db.Work.Script("b", "a", Alter(type, limits), Alter("long", ""));
        return db;
    }

    private static string Alter(string type, string limits)
        => $"migrationBuilder.AlterSequence(\"Numbers\"{limits}).Annotation(\"DbMigrate:SequenceType\", typeof({type}).Name);";
}
