using DbMigrate.Protocol;
using Xunit;

namespace DbMigrate.Engine.Tests.Apply;

/// <summary>Foreign keys are off while a table is rebuilt; what that could let through is found before the commit.</summary>
public sealed class ForeignKeyTests
{
    private const string Rebuild = """
        migrationBuilder.AlterColumn<string>(name: "N", table: "P", type: "TEXT", nullable: false, defaultValue: "?", oldClrType: typeof(string), oldType: "TEXT", oldNullable: true);
        """;

    [Fact]
    public void Rows_that_a_revision_with_a_rebuild_orphans_are_named_and_nothing_is_changed()
    {
        using var work = ParentAndChild();
        work.Script("b", "a", Rebuild + Workspace.Sql("DELETE FROM P WHERE Id = 2"));

        var error = work.Error(Methods.Apply, work.Plan());

        Assert.Equal("ForeignKeyViolation", error.ErrorId);
        Assert.Contains("C, rowid 11: no such row in P", error.Message);
        Assert.Contains("nothing of it remains", error.Message);
        Assert.Equal(["1", "2"], work.Query("SELECT Id FROM P ORDER BY Id"));
        Assert.Equal(["a"], work.Status().Current);
        Assert.Equal(["b|failed"], work.Query("SELECT Revision, Outcome FROM __DbMigrationLog WHERE Outcome <> 'succeeded'"));
    }

    [Fact]
    public void Rows_that_were_orphans_before_are_a_warning()
    {
        using var work = ParentAndChild();
        work.Query("PRAGMA foreign_keys = OFF; INSERT INTO C VALUES (12, 99); SELECT 1");
        work.Script("b", "a", Rebuild);

        Assert.Equal(1, work.Apply().Steps);

        Assert.Contains("1 row(s) violated foreign keys before", Assert.Single(work.Warnings));
        Assert.Equal(["10", "11", "12"], work.Query("SELECT Id FROM C ORDER BY Id"));
    }

    [Fact]
    public void Children_that_cascade_survive_the_rebuild_and_foreign_keys_are_on_again_after_it()
    {
        using var work = ParentAndChild();
        work.Script("b", "a", Rebuild);
        work.Script("c", "b", Workspace.Sql("DELETE FROM P WHERE Id = 2"));

        Assert.Equal(2, work.Apply().Steps);

        Assert.Equal(["10"], work.Query("SELECT Id FROM C"));
    }

    private static Workspace ParentAndChild()
    {
        var work = new Workspace();
        work.Script("a", null, """
            migrationBuilder.CreateTable(name: "P", columns: t => new { Id = t.Column<int>(type: "INTEGER", nullable: false), N = t.Column<string>(type: "TEXT", nullable: true) }, constraints: t => t.PrimaryKey("PK_P", x => x.Id));
            migrationBuilder.CreateTable(name: "C", columns: t => new { Id = t.Column<int>(type: "INTEGER", nullable: false), PId = t.Column<int>(type: "INTEGER", nullable: false) }, constraints: t => { t.PrimaryKey("PK_C", x => x.Id); t.ForeignKey("FK_C_P", x => x.PId, "P", "Id", onDelete: ReferentialAction.Cascade); });
            """);
        work.Apply();
        work.Query("INSERT INTO P VALUES (1, 'x'), (2, NULL); INSERT INTO C VALUES (10, 1), (11, 2); SELECT 1");
        return work;
    }
}
