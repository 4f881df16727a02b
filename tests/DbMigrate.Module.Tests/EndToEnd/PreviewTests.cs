using System.IO;
using System.Linq;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests.EndToEnd;

public sealed class PreviewTests(ShopProject shop) : IClassFixture<ShopProject>
{
    private readonly Session _session = shop.Session;

    [Fact]
    public void WhatIf_shows_each_revision_with_its_SQL_and_changes_nothing()
    {
        var database = shop.NewDatabase();

        var shown = _session.Run($"Update-Database -WhatIf {database.Argument}").MustSucceed();

        Assert.Contains($"What if: Apply revision open1 'open the shop' to the Microsoft.EntityFrameworkCore.Sqlite database", shown.HostText);
        Assert.Contains(database.Path, shown.HostText);
        Assert.Contains("CREATE TABLE \"Customers\"", shown.HostText);
        Assert.Empty(shown.Output);
        Assert.False(database.Exists);
    }

    [Fact]
    public void WhatIf_may_also_come_from_the_preference()
    {
        var database = shop.NewDatabase();

        Assert.Contains("CREATE TABLE", _session.Run($"$WhatIfPreference = $true; try {{ Update-Database {database.Argument} }} finally {{ $WhatIfPreference = $false }}").MustSucceed().HostText);
        Assert.False(database.Exists);
    }

    [Fact]
    public void AsSql_returns_the_SQL_and_runs_nothing()
    {
        var database = shop.NewDatabase();

        var sql = Assert.IsType<string>(_session.Run($"Update-Database -AsSql {database.Argument}").Single().BaseObject);

        Assert.False(database.Exists);
        Assert.StartsWith(".bail on\n", sql);
        database.Query(sql[(sql.IndexOf('\n') + 1)..]);
        Assert.Equal(["Customers", "Orders"], database.Tables());
        Assert.True(_session.Run($"Get-DbMigrationStatus {database.Argument}").Single<bool>("IsUpToDate"));
    }

    [Fact]
    public void Undo_shows_its_SQL_too()
    {
        var database = shop.NewDatabase();
        _session.Run($"Update-Database {database.Argument}").MustSucceed();

        Assert.Contains("DROP TABLE \"Orders\"", _session.Run($"Undo-DbMigration -WhatIf {database.Argument}").MustSucceed().HostText);
        Assert.Contains("DROP TABLE \"Orders\"", _session.Run($"Undo-DbMigration -1 -AsSql {database.Argument}").Single().ToString());
        Assert.Equal(["open1"], database.Applied());
    }

    [Fact]
    public void New_shows_the_script_and_writes_no_file()
    {
        var before = Directory.GetFiles(shop.Folder["migrations/versions"]);

        var shown = _session.Run("New-DbMigration 'by hand' -Empty -RevisionId hand1 -WhatIf").MustSucceed();

        Assert.Contains("What if: Write revision hand1 'by hand' to ", shown.HostText);
        Assert.Contains("// Revision:    hand1", shown.HostText);
        Assert.Empty(shown.Output);
        Assert.Equal(before, Directory.GetFiles(shop.Folder["migrations/versions"]));
    }

    [Fact]
    public void A_status_creates_no_database()
    {
        var database = shop.NewDatabase();

        var status = _session.Run($"Get-DbMigrationStatus {database.Argument}");

        Assert.Equal(["open1"], status.Single<string[]>("Pending"));
        Assert.Empty(status.Single<string[]>("Current"));
        Assert.False(database.Exists);
    }

    [Fact]
    public void Views_fit_the_screen_and_show_what_matters()
    {
        var database = shop.NewDatabase();
        var shown = string.Concat(new[]
        {
            "Get-DbMigrationContext", $"Update-Database {database.Argument}", $"Get-DbMigrationStatus {database.Argument}",
            $"Get-DbMigrationHistory -IndicateCurrent {database.Argument}",
        }.Select(_session.Show));

        Assert.All(shown.Split('\n'), line => Assert.True(line.TrimEnd().Length <= FixedRawUserInterface.Width, line));
        Assert.Contains("* open1 ", shown);
        Assert.Contains("State      : up to date", shown);
        Assert.Contains("Up        open1", shown);
        Assert.Contains("ShopContext", shown);
        Assert.DoesNotContain("#ERR", shown);
    }
}
