using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests;

/// <summary>A first revision from a database that is there already.</summary>
public sealed class BaselineTests : IClassFixture<SharedSession>, IDisposable
{
    private const string Schema = """
        CREATE TABLE customers (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL COLLATE NOCASE, -- as on the invoice
            "the mail" TEXT UNIQUE,
            CHECK (length(name) > 0)
        );
        CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INT REFERENCES customers ON DELETE CASCADE ON UPDATE RESTRICT, total NUMERIC DEFAULT (1 + 1));
        CREATE INDEX orders_total ON orders (abs(total) DESC) WHERE total > 0;
        CREATE VIEW rich AS SELECT customer, sum(total) AS sum FROM orders GROUP BY customer;
        CREATE TRIGGER orders_gone AFTER DELETE ON orders BEGIN INSERT INTO log (what) VALUES (OLD.id); END;
        CREATE TABLE log (what TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly Session _session;
    private readonly Database _old;
    private readonly Database _new;

    public BaselineTests(SharedSession shared)
    {
        _session = shared.Session;
        _folder.Write("migrations/dbmigrate.psd1", "@{ Exclude = @{ Tables = 'foreign_*' } }");
        _session.Runspace.SessionStateProxy.Path.SetLocation(_folder.Path);
        _old = new Database(_folder["old.db"]);
        _new = new Database(_folder["new.db"]);
        _old.Query(Schema);
        _old.Query("CREATE TABLE foreign_one (id)");
        _old.Query("INSERT INTO customers (name) VALUES ('Ada')");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_makes_the_same_database_from_nothing_and_is_stamped_on_the_old_one()
    {
        var written = Baseline(_old);

        Assert.Equal("first1", written.Single<string>("Revision"));
        Assert.Contains("Set-DbMigrationStamp first1", written.HostText);
        Run($"Set-DbMigrationStamp first1 {On(_old)}").MustSucceed();
        Assert.Equal(["first1"], Run($"Update-Database {On(_new)}").All<string>("Revision"));

        Assert.Equal(Objects(_old), Objects(_new));
        foreach (var database in new[] { _old, _new })
        {
            Assert.Equal("True", Run($"Test-DbMigration -Applied -Drift {On(database)}").Single().ToString());
            Assert.Empty(Run($"Compare-DbSchema head Database {On(database)}").MustSucceed().Output);
        }

        Assert.Equal(["Ada"], _old.Query("SELECT name FROM customers"));
        Run($"Undo-DbMigration -Confirm:$false {On(_new)}").MustSucceed();
        Assert.Empty(_new.Tables());
    }

    [Fact]
    public void A_preview_writes_nothing()
    {
        var shown = Baseline(_old, "-WhatIf").MustSucceed().HostText;

        Assert.Contains("CREATE TRIGGER orders_gone", shown);
        Assert.DoesNotContain("foreign_one", shown);
        Assert.Empty(Scripts());
    }

    [Fact]
    public void It_is_a_first_revision_or_begins_a_line_of_its_own()
    {
        _folder.WriteRevision("audit1", "", up: "migrationBuilder.Sql(\"CREATE VIEW rich AS SELECT 1\");");

        Assert.Contains("there is audit1 'a change' already", Baseline(_old).MustFail("BaselineInvalid").ToString());
        var operations = (Array)Baseline(_old, "-Head base").Single().Properties["Operations"].Value;

        Assert.Equal(
            ["CreateTable customers", "CreateTable log", "CreateTable orders", "Sql CREATE INDEX orders_total", "Sql CREATE TRIGGER orders_gone"],
            operations.Cast<object>().Select(o => string.Join(' ', o.ToString()!.Split(' ').Take(o.ToString()!.StartsWith("Sql", StringComparison.Ordinal) ? 4 : 2))));
    }

    [Fact]
    public void What_cannot_be_a_baseline_is_refused_and_nothing_is_written()
    {
        Assert.Contains("There is no database", Baseline(_new).MustFail("DatabaseUnavailable").ToString());
        Baseline(_old, "-Empty").MustFail("ParametersConflict");
        _new.Query("CREATE TABLE foreign_one (id)");

        var nothing = Baseline(_new).MustSucceed();

        Assert.Empty(nothing.Output);
        Assert.Contains("The database has nothing that a first revision could hold", nothing.HostText);
        Assert.Empty(Scripts());
    }

    [Fact]
    public void A_model_that_made_the_database_asks_for_nothing_more()
    {
        Run($"New-DbMigration other -RevisionId other1 {WarehouseTarget.Argument}").MustSucceed();
        Run($"Update-Database -Provider Sqlite {_new.Argument}").MustSucceed();
        _new.Query("DROP TABLE __DbMigrationHistory");
        File.Delete(Scripts().Single());

        Run($"New-DbMigration adopted -Baseline -RevisionId first1 {WarehouseTarget.Argument} {_new.Argument}").MustSucceed();
        Run($"Set-DbMigrationStamp {WarehouseTarget.Argument} {_new.Argument}").MustSucceed();

        Assert.Equal("True", Run($"Test-DbMigration -Applied -Drift {WarehouseTarget.Argument} {_new.Argument}").Single().ToString());
        Assert.Empty(Run($"New-DbMigration nothing {WarehouseTarget.Argument}").MustSucceed().Output);
    }

    private Outcome Baseline(Database database, string parameters = "") => Run($"New-DbMigration 'as it is' -Baseline -RevisionId first1 {On(database)} {parameters}");

    private string[] Scripts() => Directory.Exists(_folder["migrations/versions"]) ? Directory.GetFiles(_folder["migrations/versions"]) : [];

    private static string On(Database database) => $"-Provider Sqlite {database.Argument}";

    // Views, triggers and indexes as somebody wrote them; tables are compared by what they say.
    private static IReadOnlyList<string> Objects(Database database)
        => database.Query("SELECT type, name, tbl_name, sql FROM sqlite_master WHERE type <> 'table' AND tbl_name NOT LIKE '!_!_Db%' ESCAPE '!' ORDER BY type, name");

    private Outcome Run(string script) => _session.Run(script);
}
