using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests.EndToEnd;

/// <summary>Two people change one model at the same time, each with a database of their own, and meet.</summary>
public sealed class TwoDevelopersTests : IDisposable
{
    private readonly ShopProject _shop = new();
    private readonly Database _ann;
    private readonly Database _bob;

    public TwoDevelopersTests()
    {
        (_ann, _bob) = (_shop.NewDatabase(), _shop.NewDatabase());
        Run($"Update-Database {_ann.Argument}");
        Run($"Update-Database {_bob.Argument}");
        _ann.Query("INSERT INTO Customers (Name) VALUES ('Ada')");
        _bob.Query("INSERT INTO Customers (Name) VALUES ('Grace'), ('Linus')");
    }

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void Each_adds_a_revision_and_both_databases_come_to_the_same_schema()
    {
        // Ann works on her own.
        Model("Customer.cs", "public string? Email { get; set; }");
        Run("New-DbMigration 'emails' -RevisionId ann1");
        Run($"Update-Database {_ann.Argument}");

        // Bob does not have her branch.
        var annsScript = Run("Get-DbMigration ann1").Single<string>("Path");
        File.Move(annsScript, annsScript + ".aside");
        Model("Customer.cs", "public string? Phone { get; set; }", instead: "public string? Email { get; set; }");
        Model("Order.cs", "public string? Note { get; set; }");
        Run("New-DbMigration 'phones and notes' -RevisionId bob1");
        Run($"Update-Database {_bob.Argument}");

        // They meet: both scripts, both changes of the model.
        File.Move(annsScript + ".aside", annsScript);
        Model("Customer.cs", "public string? Email { get; set; }");
        Assert.Equal(["ann1", "bob1"], Run("Get-DbMigrationHead").All<string>("Revision").Order());
        Assert.Equal([true, true, false], Run("Get-DbMigrationHistory").All<bool>("IsHead"));
        Assert.Contains("Merge-DbMigration", _shop.Session.Run("New-DbMigration 'more'").MustFail("MultipleHeads").ErrorDetails.RecommendedAction);
        Assert.Contains("Merge-DbMigration", _shop.Session.Run($"Update-Database {_ann.Argument}").MustFail("MultipleHeads").ErrorDetails.RecommendedAction);

        Assert.Equal(["ann1", "bob1"], Run("Merge-DbMigration -RevisionId both1").Single<string[]>("Parents").Order());
        Assert.Equal(["bob1", "both1"], Run($"Update-Database {_ann.Argument}").All<string>("Revision"));
        Assert.Equal(["ann1", "both1"], Run($"Update-Database {_bob.Argument}").All<string>("Revision"));
        AssertSame();
        Assert.Equal(["Ada"], _ann.Query("SELECT Name FROM Customers"));
        Assert.Equal(["Grace", "Linus"], _bob.Query("SELECT Name FROM Customers ORDER BY Id"));

        // The merge has all that the model asks for, and the next revision builds on it.
        Assert.Empty(Run("New-DbMigration 'nothing'").Output);
        Model("Order.cs", "public string? Carrier { get; set; }");
        var next = Run("New-DbMigration 'carriers' -RevisionId next1");
        Assert.Equal(["both1"], next.Single<string[]>("Parents"));
        Assert.Equal("AddColumn Orders.Carrier TEXT", Assert.Single(((Array)next.Single().Properties["Operations"].Value).Cast<object>()).ToString());
        Run($"Update-Database {_ann.Argument}");
        Run($"Update-Database {_bob.Argument}");
        AssertSame();

        // Unmerged, undone to where both began, and on again.
        Assert.Equal(["next1", "both1"], Run($"Undo-DbMigration -2 -Confirm:$false {_ann.Argument}").All<string>("Revision"));
        Assert.Equal(["ann1", "bob1"], Run($"Get-DbMigrationStatus {_ann.Argument}").Single<string[]>("Current").Order());
        AssertHolds(_ann);
        Assert.Equal(["next1", "both1"], Run($"Undo-DbMigration bob1 -Confirm:$false {_bob.Argument}").All<string>("Revision"));
        Assert.Equal(["ann1", "bob1"], Run($"Undo-DbMigration open1 -Confirm:$false {_bob.Argument}").All<string>("Revision").Order());
        AssertHolds(_bob);
        Run($"Update-Database {_ann.Argument}");
        Run($"Update-Database {_bob.Argument}");
        AssertSame();
        Assert.Equal(["Grace", "Linus"], _bob.Query("SELECT Name FROM Customers ORDER BY Id"));
    }

    private Outcome Run(string script) => _shop.Session.Run(script).MustSucceed();

    private void Model(string file, string property, string? instead = null)
    {
        var path = _shop.Folder["src/Shop/" + file];
        var text = File.ReadAllText(path);
        File.WriteAllText(path, instead is null ? text.Replace("    public int Id ", $"    {property}\n\n    public int Id ", StringComparison.Ordinal) : text.Replace(instead, property, StringComparison.Ordinal));
    }

    private void AssertHolds(Database database)
        => Assert.Equal("True", Run($"Test-DbMigration -Drift -Applied:$false {database.Argument} -Provider Sqlite").Single().ToString());

    // The order of columns tells who was first; all else is the same.
    private void AssertSame()
    {
        Assert.Equal(Catalog(_ann), Catalog(_bob));
        foreach (var database in new[] { _ann, _bob })
            Assert.Equal("True", Run($"Test-DbMigration -Applied -Drift {database.Argument}").Single().ToString());
    }

    private static IEnumerable<string> Catalog(Database database)
        => database.Query("SELECT m.type, m.name, m.tbl_name, c.name, c.type, c.\"notnull\", c.dflt_value, c.pk FROM sqlite_master m LEFT JOIN pragma_table_info(m.name) c ORDER BY m.type, m.name, c.name")
            .Concat(database.Query("SELECT name, sql FROM sqlite_master WHERE type <> 'table' ORDER BY name"))
            .Append(string.Join(" ", database.Applied().Order()));
}
