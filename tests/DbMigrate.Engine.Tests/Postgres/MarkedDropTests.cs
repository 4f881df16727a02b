using System.IO;
using System.Linq;
using DbMigrate.Engine.Tests.Apply;
using DbMigrate.Protocol;
using DbMigrate.Tests.Shared;
using Xunit;

namespace DbMigrate.Engine.Tests.Postgres;

/// <summary>Drops of views and triggers that a script marks, or does not, and what cannot be given back.</summary>
public sealed class MarkedDropTests(PostgresServer server)
{
    private const string Made = "SELECT relname, oid::text, pg_get_viewdef(oid) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm') ORDER BY 1";

    [Fact]
    public void A_column_that_only_gets_another_name_takes_them_along_there_and_back()
    {
        using var db = new PostgresWorkspace(server, nameof(ReplacedPostgresContext));
        var table = Replaced.Table.Replace("    Gross = t.Column<int>(\"integer\"),\n", "", System.StringComparison.Ordinal).Replace("Rate = t.Column<int>(\"integer\")", "Rate = t.Column<long>(\"bigint\")", System.StringComparison.Ordinal);
        db.Work.Script("a", null, table + Workspace.Sql("CREATE VIEW v AS SELECT \"Id\", \"Net\" FROM t; CREATE MATERIALIZED VIEW m AS SELECT t.\"Net\" FROM t; CREATE VIEW top AS SELECT v.*, m.\"Net\" AS \"Other\" FROM v, m"));
        db.Work.Apply();
        var request = db.Work.New("b", "a");
        request.Renames = [new() { From = "t.Net", To = "Gross" }];
        var made = db.Query(Made);

        Assert.Equal(["RenameColumn"], db.Work.Result<GenerateResult>(Methods.Generate, request).Operations.Select(o => o.Kind));
        Assert.DoesNotContain("VIEW", File.ReadAllText(request.Path));

        Assert.Equal(1, db.Work.Apply().Steps);
        Assert.Equal("", Replaced.Difference(db));
        Assert.Equal(1, db.Work.Apply(db.Work.Undo()).Steps);
        Assert.Equal(made, db.Query(Made));
    }

    [Fact]
    public void A_rule_that_names_what_the_revision_renames_is_told_and_nothing_has_changed()
    {
        using var db = Replaced.Begun(server, "CREATE VIEW v AS SELECT \"Id\", \"Gross\" FROM t");
        db.Query("CREATE RULE no AS ON DELETE TO v DO INSTEAD UPDATE t SET \"Net\" = 0");
        var before = MadeAgain.Snapshot(db.Query);
        Replaced.Generate(db, "Net");

        var error = db.Work.Error(Methods.Apply, db.Work.Plan());

        Assert.Contains("v again: what was there beside the text", error.Message);
        Assert.Contains("CREATE RULE no AS", error.Message);
        Assert.Contains("HINT: The revision has changed what this names. In the script, drop it in front of the view", error.Message);
        Assert.Equal(before, MadeAgain.Snapshot(db.Query));

        Insert(db.Work.PathOf("b"), Workspace.Sql("DROP RULE no ON v"), Workspace.Sql("CREATE RULE no AS ON DELETE TO v DO INSTEAD UPDATE t SET \"Gross\" = 0"));
        Assert.Equal(1, db.Work.Apply().Steps);
        Assert.Equal(["v"], db.Query("SELECT tablename FROM pg_rules WHERE rulename = 'no'"));
    }

    [Fact]
    public void What_a_person_drops_and_makes_again_keeps_it_only_when_the_script_says_so()
    {
        using var db = Replaced.Begun(server, "CREATE VIEW v AS SELECT \"Id\", \"Gross\" FROM t; CREATE VIEW w AS SELECT \"Id\" FROM t");
        db.Query("GRANT SELECT ON v TO clerk; COMMENT ON VIEW w IS 'kept'");
        db.Work.Script("b", "a", """
            migrationBuilder.Sql("DROP VIEW v");
            migrationBuilder.Sql("DROP VIEW IF EXISTS w, x; CREATE VIEW w AS SELECT \"Id\", \"Net\" FROM t").Annotation("DbMigrate:MadeAgain", true);
            migrationBuilder.Sql("CREATE VIEW v AS SELECT \"Id\" FROM t; GRANT SELECT ON v TO guest");
            """);

        Assert.Equal(1, db.Work.Apply().Steps);

        Assert.Equal(["kept"], db.Query("SELECT obj_description('w'::regclass)"));
        Assert.Equal(["False|True"], db.Query("SELECT has_table_privilege('clerk', 'v', 'SELECT'), has_table_privilege('guest', 'v', 'SELECT')"));
    }

    [Fact]
    public void A_trigger_of_a_table_that_is_renamed_meanwhile_keeps_it()
    {
        using var db = Replaced.Begun(server, "CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'; CREATE TRIGGER watch AFTER UPDATE OF \"Gross\" ON t FOR EACH ROW EXECUTE FUNCTION nothing()");
        db.Query("ALTER TABLE t DISABLE TRIGGER watch; COMMENT ON TRIGGER watch ON t IS 'look'");
        db.Work.Script("b", "a", """
            migrationBuilder.Sql("DROP TRIGGER watch ON t").Annotation("DbMigrate:MadeAgain", true);
            migrationBuilder.RenameTable("t", newName: "u");
            migrationBuilder.Sql("CREATE TRIGGER watch AFTER UPDATE OF \"Net\" ON u FOR EACH ROW EXECUTE FUNCTION nothing()");
            """);

        Assert.Equal(1, db.Work.Apply().Steps);

        Assert.Equal(["u|D|look"], db.Query("SELECT tgrelid::regclass::text, tgenabled, obj_description(oid, 'pg_trigger') FROM pg_trigger WHERE NOT tgisinternal"));
    }

    [Fact]
    public void A_session_that_has_not_kept_it_stops_where_it_should_be_given_back()
    {
        using var db = Replaced.Begun(server, "CREATE VIEW v AS SELECT \"Id\", \"Gross\" FROM t");
        db.Query("GRANT SELECT ON v TO clerk");
        Replaced.Generate(db, "Net");
        var path = db.Work.PathOf("b");
        var (script, rename) = (File.ReadAllText(path), "migrationBuilder.RenameColumn(");
        var at = script.IndexOf(rename, System.StringComparison.Ordinal);
        File.WriteAllText(path, script.Insert(at, Workspace.Sql("CREATE UNIQUE INDEX CONCURRENTLY ir ON t (\"Rate\")") + "\n"));

        // The second segment fails, and another session goes on there.
        Assert.Contains("are committed and remain", db.Work.Error(Methods.Apply, db.Work.Plan()).Message);
        db.Query("UPDATE t SET \"Rate\" = \"Id\"");
        var error = db.Work.Error(Methods.Apply, db.Work.Plan());
        Assert.Contains("v again: what was there beside the text", error.Message);
        Assert.Contains("What was kept of them was in a session that has ended. HINT: Go on without it with \"Options=-c dbmigrate.again_beside=[]\" in the connection string", error.Message);

        db.Work.ConnectionString += ";Options=-c dbmigrate.again_beside=[]";
        Assert.Equal(1, db.Work.Apply().Steps);
        Assert.Equal(["7", "8"], db.Query("SELECT \"Gross\" FROM v ORDER BY 1"));
        Assert.Equal("", Replaced.Difference(db));
    }

    // In front of all in Up, and behind all of it.
    private static void Insert(string path, string first, string last)
    {
        var text = File.ReadAllText(path);
        var start = text.IndexOf("migrationBuilder.", System.StringComparison.Ordinal);
        var down = text.IndexOf("void Down", System.StringComparison.Ordinal);
        var end = text.LastIndexOf("\n    }", down, System.StringComparison.Ordinal);
        File.WriteAllText(path, text[..start] + first + "\n" + text[start..end] + "\n" + last + text[end..]);
    }
}
