using System;
using System.IO;
using System.Linq;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests.ManyDatabases;

/// <summary>A project with a context per database, built by the cmdlets.</summary>
public sealed class ProjectTests : IClassFixture<ProjectTests.Project>
{
    private const string Entry = "Databases = @{ Shop = @{ Context = 'ShopContext'; Default = $true }; Orders = 'OrdersContext'; Audit = 'AuditContext' }";

    private readonly ShopProject _project;

    public ProjectTests(Project built)
    {
        _project = built.Shop;
        Directory.CreateDirectory(_project.Folder["migrations"]);
        Directory.Delete(_project.Folder["migrations"], recursive: true);
        foreach (var file in Directory.EnumerateFiles(_project.Folder["src/App"], "*.db"))
            File.Delete(file);
    }

    [Fact]
    public void A_revision_has_methods_for_each_database_and_databases_can_be_added_later()
    {
        _project.Session.Run("Initialize-DbMigration -Project src/App -MultiDatabase").MustSucceed();
        var template = File.ReadAllText(_project.Folder["migrations/dbmigrate.psd1"]);
        _project.Folder.Write("migrations/dbmigrate.psd1", template.Replace("# Shop   =", "Shop   =").Replace("        # Orders = @{ Context = 'OrdersContext'; ConnectionStringVariable = 'ORDERS_DB' }", "        Orders = 'OrdersContext'"));
        var first = New("'start' -RevisionId start1");
        Assert.Equal(["Up", "Down", "UpOrders", "DownOrders"], first.Methods);
        Assert.Equal(["Shop: CreateTable Customers (Id)", "Orders: CreateTable Orders (Id)"], first.Operations);
        Assert.Empty(_project.Session.Run("New-DbMigration again").MustSucceed().Output);

        Update("start1 start1");

        Settings(Entry);
        Assert.False((bool)_project.Session.Run("Test-DbMigration").Single().BaseObject);
        var second = New("'add audit' -RevisionId audit2");
        Assert.Equal(["Up", "Down", "UpOrders", "DownOrders", "UpAudit", "DownAudit"], second.Methods);
        Assert.Equal(["Audit: CreateTable Entries (Id)"], second.Operations);
        Update("audit2 audit2 start1 audit2");
        Assert.Equal(["Entries"], Database("audit").Tables());
        Assert.True((bool)_project.Session.Run("Test-DbMigration -Applied -Drift").Single().BaseObject);

        ChangeModel("class Order\n{", "class Order\n{\n    public string? Note { get; set; }\n");
        Assert.Equal(["Orders: AddColumn Orders.Note TEXT"], New("'add note' -RevisionId note3").Operations);
        Update("note3 note3 note3");
        Assert.Equal(["Id", "Note"], Database("orders").Query("SELECT name FROM pragma_table_info('Orders')"));

        Assert.Equal(6, _project.Session.Run("Undo-DbMigration start1 -Confirm:$false").All<string>("Revision").Count);
        Assert.Equal(["Id"], Database("orders").Query("SELECT name FROM pragma_table_info('Orders')"));
        Assert.Empty(Database("audit").Tables());
        Assert.Equal(["Customers"], Database("shop").Tables());
    }

    [Fact]
    public void Only_the_named_databases_are_compared()
    {
        Settings(Entry);

        var revision = New("'orders only' -RevisionId orders1 -Database Orders");

        // EF Core asks every migration for Up.
        Assert.Equal(["Up", "Down", "UpOrders", "DownOrders"], revision.Methods);
        Assert.Equal(["Shop: CreateTable Customers (Id)", "Audit: CreateTable Entries (Id)"], New("'the others' -RevisionId others2").Operations);
    }

    [Fact]
    public void Two_tenants_have_the_same_model_and_their_own_databases()
    {
        Settings("Context = 'ShopContext'; Databases = @{ North = @{ ConnectionStringVariable = 'TENANT_NORTH' }; South = @{ ConnectionStringVariable = 'TENANT_SOUTH' } }");
        var north = new Database(_project.Folder["north.db"]);
        var south = new Database(_project.Folder["south.db"]);
        Environment.SetEnvironmentVariable("TENANT_NORTH", north.ConnectionString);
        Environment.SetEnvironmentVariable("TENANT_SOUTH", south.ConnectionString);
        try
        {
            var start = New("'start' -RevisionId start1");
            Assert.Equal(["Up", "Down", "UpNorth", "DownNorth", "UpSouth", "DownSouth"], start.Methods);
            Update("start1 start1");
            Assert.Equal(["Customers"], north.Tables());
            Assert.Equal(["Customers"], south.Tables());

            // A database that is renamed in the settings would be created a second time.
            Settings("Context = 'ShopContext'; Databases = @{ Nord = @{ ConnectionStringVariable = 'TENANT_NORTH' }; South = @{ ConnectionStringVariable = 'TENANT_SOUTH' } }");
            Assert.Contains("UpNorth of start1 belongs to no database in the settings; what it does is left out.", _project.Session.Run("New-DbMigration again -WhatIf").MustSucceed().Warnings);
        }
        finally
        {
            Environment.SetEnvironmentVariable("TENANT_NORTH", null);
            Environment.SetEnvironmentVariable("TENANT_SOUTH", null);
        }
    }

    [Fact]
    public void An_empty_revision_has_methods_for_each_database()
    {
        Settings(Entry);

        Assert.Equal(["Up", "Down", "UpOrders", "DownOrders", "UpAudit", "DownAudit"], New("'by hand' -Empty").Methods);
    }

    /// <summary>Built once for all tests.</summary>
    public sealed class Project : IDisposable
    {
        internal ShopProject Shop { get; } = new("ThreeContexts", "src/App");

        public void Dispose() => Shop.Dispose();
    }

    private void Settings(string entries) => _project.Folder.Write("migrations/dbmigrate.psd1", $"@{{ Project = '../src/App'; {entries} }}");

    private (string[] Methods, string[] Operations) New(string arguments)
    {
        var revision = _project.Session.Run($"New-DbMigration {arguments}").Single();
        var script = File.ReadLines((string)revision.Properties["Path"].Value);
        var methods = script.Where(l => l.Contains("(MigrationBuilder migrationBuilder)")).Select(l => l.Split('(')[0].Split(' ')[^1]);
        return ([.. methods], [.. ((object[])revision.Properties["Operations"].Value).Select(o => o.ToString()!)]);
    }

    private void Update(string revisions)
        => Assert.Equal(revisions, string.Join(" ", _project.Session.Run("Update-Database").All<string>("Revision")));

    private Database Database(string name) => new(_project.Folder[$"src/App/{name}.db"]);

    private void ChangeModel(string before, string after)
    {
        var text = File.ReadAllText(_project.Folder["src/App/Contexts.cs"]).ReplaceLineEndings("\n");
        Assert.Contains(before, text);
        _project.Folder.Write("src/App/Contexts.cs", text.Replace(before, after, StringComparison.Ordinal));
    }
}
