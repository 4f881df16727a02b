using System;
using System.IO;
using System.Linq;
using DbMigrate.Engine.Tests.Apply;
using DbMigrate.Protocol;
using DbMigrate.Tests.Shared;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>A column goes that a view of an earlier revision reads, on both databases: told in time, and right when the script was changed.</summary>
public sealed class StrandedRevisionTests(PostgresServer server)
{
    private const string Gross = """
        migrationBuilder.CreateTable("t", t => new
        {
            Id = t.Column<int>("integer"),
            Gross = t.Column<int>("integer", nullable: true),
            Net = t.Column<int>("integer"),
            Sum = t.Column<int>("integer", nullable: true, computedColumnSql: "\"Gross\" * 2", stored: true),
        }, constraints: t => t.PrimaryKey("pk", x => x.Id));
        migrationBuilder.CreateIndex("ix", "t", "Sum");
        """;

    private const string Told = "drops column {0}, which view v reads: the database refuses that, or it is broken from then on; in the script, drop or change it before that, and do the reverse in Down.";

    [Fact]
    public void On_PostgreSQL()
    {
        using var db = new PostgresWorkspace(server, nameof(ComputedPostgresContext));
        db.Work.Script("a", null, Gross + Workspace.Sql("CREATE VIEW v AS SELECT \"Id\", \"Gross\" FROM t; CREATE VIEW s AS SELECT \"Sum\", \"Net\" FROM t"));
        Check(db.Work, "a", "t.Gross", "CREATE VIEW v AS SELECT \"Id\", \"Gross\" FROM t", "CREATE VIEW v AS SELECT \"Id\" FROM t");
    }

    [Fact]
    public void On_SQLite()
    {
        using var work = new Workspace(nameof(ShopV1));
        work.Result<GenerateResult>(Methods.Generate, work.New("a"));
        work.Script("b", "a", "migrationBuilder.AddColumn<string>(\"Note\", \"Customers\", \"TEXT\", nullable: true);" + Workspace.Sql("CREATE VIEW v AS SELECT Note FROM Customers; CREATE VIEW o AS SELECT Id FROM Customers"));
        Check(work, "b", "Customers.Note", "CREATE VIEW v AS SELECT Note FROM Customers", "CREATE VIEW v AS SELECT Name FROM Customers");
    }

    private static void Check(Workspace work, string head, string column, string view, string changed)
    {
        work.Apply();
        var request = work.New("z", head);
        work.Result<GenerateResult>(Methods.Generate, request);

        var told = string.Format(null, Told, column);
        Assert.Equal([$"Revision z drops column {column} with its values.", $"Revision z {told}"], work.Warnings);
        var script = File.ReadAllLines(request.Path).Select(l => l.Trim()).ToList();
        Assert.StartsWith("migrationBuilder.DropColumn(", script[script.IndexOf($"// This {told}") + 1]);
        Assert.Equal("RevisionFailed", work.Error(Methods.Apply, work.Plan()).ErrorId);

        Edit(request.Path, Workspace.Sql("DROP VIEW v", changed), Workspace.Sql("DROP VIEW v", view));
        Assert.Equal(1, work.Apply().Steps);
        Assert.True(IsAsRecorded(work));
        Assert.False(work.Result<GenerateResult>(Methods.Generate, work.New("y", "z")).HasChanges);
        Assert.Equal(1, work.Apply(work.Undo()).Steps);
        work.Apply();
        Assert.True(IsAsRecorded(work));
    }

    private static bool IsAsRecorded(Workspace work)
        => work.Result<CheckResult>(Methods.Check, new CheckRequest { Folder = work.FolderMessage, Database = work.DatabaseMessage, Applied = true, Drift = true }).IsOk;

    // Before the column goes, and after it has come again.
    private static void Edit(string path, string up, string down)
    {
        var text = File.ReadAllText(path);
        var drop = text.IndexOf("migrationBuilder.DropColumn(", StringComparison.Ordinal);
        var end = text.LastIndexOf("\n    }", StringComparison.Ordinal);
        File.WriteAllText(path, text[..drop] + up + "\n" + text[drop..end] + "\n" + down + text[end..]);
    }
}
