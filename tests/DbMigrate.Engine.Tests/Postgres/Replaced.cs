using System.Linq;
using DbMigrate.Engine.Tests.Apply;
using DbMigrate.Protocol;
using DbMigrate.Tests.Shared;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>A database with views over a table, and a revision in which another column takes the name of one that goes.</summary>
internal static class Replaced
{
    public const string Table = """
        migrationBuilder.CreateTable("t", t => new
        {
            Id = t.Column<int>("integer"),
            Gross = t.Column<int>("integer"),
            Net = t.Column<int>("integer"),
            Rate = t.Column<int>("integer"),
        }, constraints: t => t.PrimaryKey("pk", x => x.Id));
        """;

    /// <summary>The database with the views of a script.</summary>
    public static PostgresWorkspace Begun(PostgresServer server, string views)
    {
        var db = new PostgresWorkspace(server, nameof(ReplacedPostgresContext));
        db.Query(MadeAgain.Roles);
        db.Work.Script("a", null, Table + Workspace.Sql("INSERT INTO t VALUES (1, 2, 7, 1), (2, 3, 8, 1)", views), "migrationBuilder.DropTable(\"t\");");
        db.Work.Apply();
        return db;
    }

    /// <summary>Makes the revision.</summary>
    /// <param name="db">The database.</param>
    /// <param name="heir">The column that gets the name; empty for a new one.</param>
    /// <param name="fromDatabase">Whether it leads from what the database has.</param>
    public static void Generate(PostgresWorkspace db, string heir, bool fromDatabase = false)
    {
        var request = db.Work.New("b", "a");
        request.FromDatabase = fromDatabase;
        request.Renames = heir.Length > 0 ? [new() { From = "t.Gross" }, new() { From = "t." + heir, To = "Gross" }] : [new() { From = "t.Gross" }, new() { From = "t.Net" }];
        request.Fills = heir.Length > 0 ? [] : [new() { Column = "t.Gross", Value = "5", ValueType = "System.Int32" }];
        db.Work.Result<GenerateResult>(Methods.Generate, request);
    }

    /// <summary>How the database differs from what the scripts say; empty where it does not.</summary>
    public static string Difference(PostgresWorkspace db)
    {
        var check = db.Work.Result<CheckResult>(Methods.Check, new CheckRequest { Folder = db.Work.FolderMessage, Database = db.Work.DatabaseMessage, Applied = true, Drift = true });
        return string.Join("\n", [.. check.Reasons, .. check.Differences.Select(d => $"{d.Kind} {d.Object}: {d.Expected}, but {d.Actual}")]);
    }
}
