using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests;

/// <summary>The model against the live database, as the peer's autogenerate compares them.</summary>
public sealed class FromDatabaseTests : IClassFixture<SharedSession>, IDisposable
{
    private const string Second = "-RevisionId second2 -FromDatabase";

    private readonly TemporaryFolder _folder = new();
    private readonly Session _session;
    private readonly Database _changed;
    private readonly Database _other;

    public FromDatabaseTests(SharedSession shared)
    {
        _session = shared.Session;
        _folder.Write("migrations/dbmigrate.psd1", "@{ }");
        _session.Runspace.SessionStateProxy.Path.SetLocation(_folder.Path);
        (_changed, _other) = (new Database(_folder["changed.db"]), new Database(_folder["other.db"]));
        Run($"New-DbMigration first -RevisionId first1 {WarehouseTarget.Argument}").MustSucceed();
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void C43_A_database_that_is_behind_is_no_base_for_a_revision()
    {
        Assert.Contains("Target database is not up to date. Not applied: first1.", New(Second).MustFail("NotAtHeads").ToString());
        New("-RevisionId second2 -Empty").MustSucceed();
        _folder.WriteRevision("third3", "first1");

        New("-RevisionId more4 -FromDatabase").MustFail("MultipleHeads");
        New("-Empty").MustFail("MultipleHeads");
        Run("Merge-DbMigration -RevisionId both4 -Provider Sqlite").MustSucceed();

        New("-RevisionId more5 -FromDatabase").MustFail("NotAtHeads");
        New("-RevisionId more5 -Empty").MustSucceed();
        Run($"Update-Database -Provider Sqlite {_changed.Argument}").MustSucceed();
        Assert.Contains("nothing changed", New("-FromDatabase").MustSucceed().HostText);
    }

    [Fact]
    public void What_somebody_changed_by_hand_is_mended_there_and_done_nowhere_else()
    {
        foreach (var database in new[] { _changed, _other })
            Run($"Update-Database -Provider Sqlite {database.Argument}").MustSucceed();
        _changed.Query("DROP INDEX IX_Names");
        _changed.Query("ALTER TABLE Suppliers ADD COLUMN Phone TEXT");
        _changed.Query("CREATE TABLE Theirs (Id INTEGER)");
        _changed.Query("CREATE TRIGGER Their_Trigger AFTER INSERT ON AuditEntries BEGIN DELETE FROM Theirs; END");
        _changed.Query("INSERT INTO Suppliers (Name, Phone) VALUES ('Ada', '1')");

        var revision = New(Second);

        Assert.Equal(["DropColumn Suppliers.Phone", "CreateIndex Products IX_Names (Name)"], Operations(revision));
        Assert.Contains("drops column Suppliers.Phone", Assert.Single(revision.Warnings));
        foreach (var database in new[] { _changed, _other, new Database(_folder["new.db"]) })
        {
            Run($"Update-Database -Provider Sqlite {database.Argument}").MustSucceed();
            Assert.Equal(["IX_Names"], database.Query("SELECT name FROM sqlite_master WHERE name = 'IX_Names'"));
            Assert.Equal(["Id", "Name"], database.Query("SELECT name FROM pragma_table_info('Suppliers')"));
            Assert.Equal("True", Run($"Test-DbMigration {WarehouseTarget.Argument} -Applied {database.Argument}").Single().ToString());
            Assert.All(Run($"Compare-DbSchema current Database -Provider Sqlite {database.Argument}").All<string>("Object"), o => Assert.Contains("Their", o));
        }

        Assert.Equal(["Ada"], _changed.Query("SELECT Name FROM Suppliers"));
        Assert.Equal(["Theirs", "Their_Trigger"], _changed.Query("SELECT name FROM sqlite_master WHERE name LIKE 'Their%' ORDER BY type"));
        Run($"Undo-DbMigration -Provider Sqlite -Confirm:$false {_changed.Argument}").MustSucceed();
        Assert.Equal("True", Run($"Test-DbMigration -Applied {WarehouseTarget.Argument} {_other.Argument}").Single().ToString());
    }

    [Fact]
    public void What_model_and_database_have_already_is_kept_with_its_rows()
    {
        // The model is new, and one of its tables was made by hand in one of the databases.
        _folder.WriteRevision("first1", "", up: "migrationBuilder.Sql(\"SELECT 1\");");
        foreach (var path in Directory.GetFiles(_folder["migrations/versions"], "2*"))
            File.Delete(path);
        foreach (var database in new[] { _changed, _other })
            Run($"Update-Database -Provider Sqlite {database.Argument}").MustSucceed();
        _changed.Query("CREATE TABLE Suppliers (Id INTEGER NOT NULL CONSTRAINT PK_Suppliers PRIMARY KEY AUTOINCREMENT, Name TEXT NOT NULL)");
        _changed.Query("INSERT INTO Suppliers (Name) VALUES ('Ada')");

        var script = File.ReadAllText(New(Second).Single<string>("Path"));

        Assert.Contains("DbMigrate:IfNeeded", script);
        foreach (var database in new[] { _changed, _other })
        {
            Run($"Update-Database -Provider Sqlite {database.Argument}").MustSucceed();
            Assert.Equal("True", Run($"Test-DbMigration -Applied -Drift {WarehouseTarget.Argument} {database.Argument}").Single().ToString());
        }

        Assert.Equal(["Ada"], _changed.Query("SELECT Name FROM Suppliers"));
    }

    [Theory]
    [InlineData("-Empty -FromDatabase", "-Empty and -FromDatabase")]
    [InlineData("-Baseline -FromDatabase", "-FromDatabase and -Baseline")]
    public void A_revision_has_one_source(string parameters, string message)
        => Assert.Contains(message, New(parameters).MustFail("ParametersConflict").ToString());

    private Outcome New(string parameters) => Run($"New-DbMigration change {parameters} {WarehouseTarget.Argument} {_changed.Argument}");

    private static IEnumerable<string> Operations(Outcome revision) => ((Array)revision.Single().Properties["Operations"].Value).Cast<object>().Select(o => o.ToString()!);

    private Outcome Run(string script) => _session.Run(script);
}
