using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;
using DbMigrate.Engine.Tests.Sql.Sqlite;
using DbMigrate.Engine.Tests.SqliteFidelity.Matrix;
using Xunit;

namespace DbMigrate.Engine.Tests.SqliteFidelity;

/// <summary>Every feature of a table with every change for which it is rebuilt (C65 and the new cases of alembic.md §5): nothing is lost.</summary>
public sealed class RebuildMatrixTests
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var feature in Features.All)
            {
                foreach (var change in Change.All)
                    cases.Add(feature.Name, change.Name);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_rebuild_loses_nothing(string featureName, string changeName)
    {
        var (feature, change) = (Features.All.Single(f => f.Name == featureName), Change.All.Single(c => c.Name == changeName));
        using var file = feature.Create();
        using var twin = feature.Create();
        var table = file.WholeState.Tables["T"];
        var probes = feature.Probe(file, "T", "OpText");
        Rename(twin, change);

        var script = file.Apply(SqliteFile.Operations(m => change.Apply(m, table)));

        Assert.True(script.HasRebuild);
        Assert.Equal(Objects(twin, change.Table), Objects(file, change.Table));
        Assert.Equal(Snapshot.Settings(twin), Snapshot.Settings(file));
        Assert.Equal(twin.Query("PRAGMA foreign_key_check"), file.Query("PRAGMA foreign_key_check"));
        Assert.Equal(["ok"], file.Query("PRAGMA integrity_check"));
        var before = twin.WholeState;
        Assert.Equal(Rows(twin, before, change), Rows(file, before, change));
        Assert.Equal(probes, feature.Probe(file, change.Table, change.Text));
        var text = file.Text(change.Table);
        Assert.All(feature.Fragments, f => Assert.Contains(f, text, StringComparison.Ordinal));
        Assert.Contains("/* free */", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_matrix_is_as_large_as_it_is_meant_to_be()
    {
        Assert.True(Features.All.Count >= 25 && Change.All.Count >= 12);
        Assert.Equal(Features.All.Count, Features.All.Select(f => f.Name).Distinct().Count());
    }

    // Where names change, SQLite itself shows what must be there then.
    private static void Rename(SqliteFile twin, Change change)
    {
        if (change.Text != "OpText")
            twin.Execute($"ALTER TABLE T RENAME COLUMN OpText TO {change.Text}");
        if (change.Table != "T")
            twin.Execute($"ALTER TABLE T RENAME TO {SqlText.Quote(change.Table)}");
    }

    // But for what SQLite makes by itself for keys.
    private static IEnumerable<string> Objects(SqliteFile file, string table)
        => Snapshot.Schema(file, table).Where(r => !r.Contains("sqlite_autoindex_", StringComparison.Ordinal));

    private static IEnumerable<string> Rows(SqliteFile file, SchemaState before, Change change)
        => Snapshot.Rows(file, before with
        {
            Tables = before.Tables.SetItem(change.Table, before.Tables[change.Table] with { Columns = before.Tables[change.Table].Columns.RemoveAll(c => change.Columns.Contains(c.Name)) }),
        });
}
