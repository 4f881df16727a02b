using System;
using System.IO;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests.EndToEnd;

public sealed class MainJobTests : IDisposable
{
    private readonly ShopProject _shop = new();

    private Session Session => _shop.Session;

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void A_model_is_migrated_changed_migrated_again_with_its_rows_and_undone()
    {
        var database = new Database(_shop.Folder["src/Shop/shop.db"]);

        Assert.Equal(["open1"], Session.Run("Update-Database").All<string>("Revision"));
        database.Query("INSERT INTO Customers (Name) VALUES ('Ada'), ('Grace')");
        database.Query("INSERT INTO Orders (Total, CustomerId) VALUES ('9.5', 1), ('3', 2)");
        Assert.Empty(Session.Run("New-DbMigration 'nothing'").MustSucceed().Output);

        // A required column for rows that are there.
        ChangeModel("Customer.cs", "public string Name { get; set; } = \"\";", "public string Name { get; set; } = \"\";\n\n    public string Country { get; set; } = \"\";");
        Assert.Equal("False", Session.Run("Test-DbMigration").Single().ToString());
        Assert.Contains("Customers.Country", Session.Run("New-DbMigration 'countries'").MustFail("FillRequired").ToString());
        Assert.Equal("AddColumn", Session.Run("(New-DbMigration 'countries' -Fill @{ 'Customers.Country' = 'XX' }).Operations.Kind").Single().ToString());
        Session.Run("Update-Database").MustSucceed();
        Assert.Equal(["1|Ada|XX", "2|Grace|XX"], database.Query("SELECT Id, Name, Country FROM Customers"));

        // A rename is decided, never guessed.
        ChangeModel("Customer.cs", "string Name", "string FullName");
        Assert.Contains("-Rename", Session.Run("New-DbMigration 'full names'").MustFail("RenameUndecided").ErrorDetails.RecommendedAction);
        Session.Run("New-DbMigration 'full names' -Rename @{ 'Customers.Name' = 'FullName' }").MustSucceed();
        Session.Run("Update-Database").MustSucceed();
        Assert.Equal(["Ada", "Grace"], database.Query("SELECT FullName FROM Customers"));
        Assert.Equal(["9.5|1", "3|2"], database.Query("SELECT Total, CustomerId FROM Orders"));

        Assert.True(Session.Run("Get-DbMigrationStatus").Single<bool>("IsUpToDate"));
        Assert.Equal("True", Session.Run("Test-DbMigration -Applied -Drift").Single().ToString());

        // Two back, one forward.
        Assert.Equal(["Down", "Down"], Session.Run("Undo-DbMigration -2 -Confirm:$false").All<string>("Direction"));
        Assert.Equal(["open1"], database.Applied());
        Assert.Equal(["1|Ada", "2|Grace"], database.Query("SELECT Id, Name FROM Customers"));
        Assert.Equal(["Up"], Session.Run("Update-Database +1").All<string>("Direction"));
        Assert.Equal([false, true, true], Session.Run("Get-DbMigrationHistory -IndicateCurrent").All<bool>("IsApplied"));
        Assert.Equal([false, true, false], Session.Run("Get-DbMigrationHistory -IndicateCurrent").All<bool>("IsCurrent"));
    }

    [Fact]
    public void The_last_revision_is_thrown_away_by_deleting_its_file()
    {
        var database = _shop.NewDatabase();
        Session.Run("New-DbMigration 'a try' -Empty -RevisionId try1").MustSucceed();

        Session.Run("[IO.File]::Delete((Get-DbMigrationHead).Path)").MustSucceed();

        Assert.Equal("open1", Session.Run("Get-DbMigrationHead").Single<string>("Revision"));
        Assert.Equal(["open1"], Session.Run($"Update-Database {database.Argument}").All<string>("Revision"));
        Assert.Equal("True", Session.Run($"Test-DbMigration -Applied -Drift {database.Argument}").Single().ToString());
    }

    private void ChangeModel(string file, string before, string after)
    {
        var path = _shop.Folder["src/Shop/" + file];
        var text = File.ReadAllText(path);
        Assert.Contains(before, text);
        File.WriteAllText(path, text.Replace(before, after));
    }
}
