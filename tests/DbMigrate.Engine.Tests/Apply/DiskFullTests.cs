using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using DbMigrate.Protocol;
using Xunit;

namespace DbMigrate.Engine.Tests.Apply;

/// <summary>A disk that is full at whatever step of a run with several rebuilds leaves everything as it was, and says so.</summary>
public sealed partial class DiskFullTests
{
    private const int Pages = 4000;

    [Fact]
    public void Whenever_the_disk_is_full_nothing_is_changed_and_with_more_room_the_next_run_finishes()
    {
        using var work = new Workspace(nameof(SmallDiskContext));
        Prepare(work);
        var before = Everything(work);
        var failed = new HashSet<string>();
        var first = int.Parse(work.Query("PRAGMA page_count")[0], CultureInfo.InvariantCulture);

        for (var limit = first; ; limit++)
        {
            Assert.True(limit < Pages, "It never fits.");
            File.WriteAllText(SmallDiskContext.LimitFile(work.Database), limit.ToString(CultureInfo.InvariantCulture));
            var (kind, body) = work.Invoke(Methods.Apply, work.Plan());
            if (kind == Events.Result)
                break;
            Assert.Contains("RevisionFailed", body);
            Assert.Contains("database or disk is full", body);
            Assert.Contains("nothing of it remains", body);
            failed.Add(Purpose().Match(body) is { Success: true } match ? match.Groups[1].Value : "after the statements");
            Assert.Equal(["ok"], work.Query("PRAGMA integrity_check"));
            Assert.Equal(before, Everything(work));
            Assert.False(File.Exists(work.LockFile));
        }

        // Each step that needs room was met without any.
        Assert.Superset(
            new HashSet<string>
            {
                "rebuild P: create the new table", "rebuild P: copy rows", "rebuild P: create index IX_P_2",
                "rebuild C: create the new table", "rebuild C: copy rows", "rebuild C: create index IX_C_2",
            },
            failed);
        Assert.Equal(["b"], work.Status().Current);
        Assert.Equal(["ok"], work.Query("PRAGMA integrity_check"));
        Assert.Empty(work.Query("PRAGMA foreign_key_check"));
        Assert.Equal(["300|300"], work.Query("SELECT (SELECT count(*) FROM P), (SELECT count(*) FROM C)"));
    }

    [GeneratedRegex(@"statement \d+ of \d+ \((.*?)\) failed")]
    private static partial Regex Purpose();

    // The log of attempts is written apart, where there is room for it.
    private static List<string> Everything(Workspace work)
        => [.. work.Query("SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE '\\_\\_DbMigrationLog%' ESCAPE '\\' ORDER BY 1, 2")
            .Concat(work.Query("SELECT * FROM P ORDER BY Id")).Concat(work.Query("SELECT * FROM C ORDER BY Id"))
            .Concat(work.Query("SELECT Revision FROM __DbMigrationHistory"))];

    private static void Prepare(Workspace work)
    {
        work.Script("a", null, Workspace.Sql(
            "CREATE TABLE P (Id INTEGER PRIMARY KEY AUTOINCREMENT, N TEXT)",
            "CREATE INDEX IX_P_N ON P (N)",
            "CREATE TABLE C (Id INTEGER PRIMARY KEY, PId INTEGER REFERENCES P (Id) ON DELETE CASCADE, T TEXT)",
            "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 300) INSERT INTO P SELECT n, printf('%.90c', 'x') || n FROM c",
            "INSERT INTO C SELECT Id, Id, N FROM P"));
        work.Apply();
        work.Script("b", "a", """
            migrationBuilder.AddCheckConstraint(name: "CK_P", table: "P", sql: "N <> ''");
            migrationBuilder.CreateIndex(name: "IX_P_1", table: "P", columns: new[] { "N", "Id" });
            migrationBuilder.CreateIndex(name: "IX_P_2", table: "P", columns: new[] { "N", "Id" });
            migrationBuilder.AddCheckConstraint(name: "CK_C", table: "C", sql: "T <> ''");
            migrationBuilder.CreateIndex(name: "IX_C_1", table: "C", columns: new[] { "T", "Id" });
            migrationBuilder.CreateIndex(name: "IX_C_2", table: "C", columns: new[] { "T", "Id" });
            """);
    }
}
