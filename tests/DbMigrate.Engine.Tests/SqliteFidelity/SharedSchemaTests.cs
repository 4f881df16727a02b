using System.Linq;
using DbMigrate.Engine.Tests.Sql.Sqlite;
using Xunit;

namespace DbMigrate.Engine.Tests.SqliteFidelity;

/// <summary>Databases that other tools made are read whole, written as a first revision, and rebuilt without a trace.</summary>
public sealed class SharedSchemaTests
{
    [Theory]
    [MemberData(nameof(SharedSchemas.Files), MemberType = typeof(SharedSchemas))]
    public void A_first_revision_of_a_schema_that_others_wrote_makes_the_same_schema(string file)
    {
        using var original = Create(file);
        var (traits, state) = (original.Provider.Traits, original.WholeState);

        FirstRevision.Makes(traits, state, FirstRevision.Of(traits, [state])[0]);
    }

    [Theory]
    [MemberData(nameof(SharedSchemas.Files), MemberType = typeof(SharedSchemas))]
    public void Views_and_triggers_that_others_wrote_are_kept_to_the_letter(string file)
    {
        using var original = Create(file);
        using var copy = new SqliteFile();
        const string query = "SELECT name, sql FROM sqlite_master WHERE type IN ('view', 'trigger') ORDER BY name";

        copy.Apply(FirstRevision.Of(original.Provider.Traits, [original.WholeState])[0]);

        Assert.Equal(original.Query(query), copy.Query(query));
    }

    [Theory]
    [MemberData(nameof(SharedSchemas.Files), MemberType = typeof(SharedSchemas))]
    public void Each_table_that_others_wrote_is_rebuilt_and_nothing_else_changes(string file)
    {
        using var original = Create(file);
        var state = original.WholeState;
        PlausibleRows.Insert(original, state);
        original.Execute("ANALYZE");
        Assert.Empty(original.Query("PRAGMA foreign_key_check"));
        var (schema, settings, rows) = (Snapshot.Schema(original).ToList(), Snapshot.Settings(original).ToList(), Snapshot.Rows(original, state).ToList());
        var statistics = original.Query("SELECT tbl, idx, stat FROM sqlite_stat1 ORDER BY 1, 2");
        Assert.All(state.Tables.Values, t => Assert.Contains(rows, r => r.StartsWith(t.Name + " ")));

        foreach (var table in state.Tables.Keys.Select(t => t.Name))
        {
            var others = Snapshot.Schema(original, table).ToList();

            Assert.True(original.Apply(m => m.AddCheckConstraint("CK_dbm", table, "1 = 1")).HasRebuild);
            Assert.Equal(others, Snapshot.Schema(original, table));
            Assert.Equal(rows, Snapshot.Rows(original, state));

            Assert.True(original.Apply(m => m.DropCheckConstraint("CK_dbm", table)).HasRebuild);
            Assert.Equal(schema, Snapshot.Schema(original));
            Assert.Equal(rows, Snapshot.Rows(original, state));
            Assert.Equal(settings, Snapshot.Settings(original));
        }

        Assert.Equal(statistics, original.Query("SELECT tbl, idx, stat FROM sqlite_stat1 ORDER BY 1, 2"));
        Assert.Empty(original.Query("PRAGMA foreign_key_check"));
        Assert.Equal(["ok"], original.Query("PRAGMA integrity_check"));
    }

    private static SqliteFile Create(string file)
    {
        var sql = SharedSchemas.Read(file);
        var database = new SqliteFile();
        database.Execute(sql);
        return database;
    }
}
