using System;
using System.IO;
using System.Linq;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests;

/// <summary>Objects that are not ours, by settings.</summary>
public sealed class FilterTests : IClassFixture<SharedSession>, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Session _session;
    private readonly Database _database;

    public FilterTests(SharedSession shared)
    {
        _session = shared.Session;
        _session.Runspace.SessionStateProxy.Path.SetLocation(_folder.Path);
        _database = new Database(_folder["test.db"]);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "CreateTable AuditEntries, CreateTable Suppliers, CreateTable Products, CreateIndex IX_Names, CreateIndex IX_Products_SupplierId")]
    [InlineData("Exclude = @{ Tables = 'audit*' }", "CreateTable Suppliers, CreateTable Products, CreateIndex IX_Names, CreateIndex IX_Products_SupplierId")]
    [InlineData("Include = @{ Tables = 'Suppl*', 'AuditEntr???' }", "CreateTable AuditEntries, CreateTable Suppliers")]
    [InlineData("Include = @{ Tables = '*' }; Exclude = @{ Tables = 'Products', 'AuditEntries' }", "CreateTable Suppliers")]
    [InlineData("Exclude = @{ Tables = 'Suppliers' }", "CreateTable AuditEntries, CreateTable Products, CreateIndex IX_Names, CreateIndex IX_Products_SupplierId")]
    [InlineData("Exclude = @{ Indexes = 'ix_*' }", "CreateTable AuditEntries, CreateTable Suppliers, CreateTable Products")]
    [InlineData("Exclude = @{ Indexes = 'products.ix_names' }", "CreateTable AuditEntries, CreateTable Suppliers, CreateTable Products, CreateIndex IX_Products_SupplierId")]
    public void A_new_revision_has_only_what_is_ours(string filters, string expected)
    {
        Settings(filters);

        var operations = New().MustSucceed().Output[0].Properties["Operations"].Value as System.Collections.IEnumerable;

        Assert.Equal(expected, string.Join(", ", operations!.Cast<object>().Select(o => Short(o.ToString()!))));
    }

    [Fact]
    public void A_foreign_key_to_a_table_of_others_works_without_an_operation_on_that_table()
    {
        Settings("Exclude = @{ Tables = 'Suppliers' }");
        var script = New().Single<string>("Path");

        _database.Query("CREATE TABLE Suppliers (Id INTEGER PRIMARY KEY, Anything TEXT)");
        Update().MustSucceed();

        Assert.Contains("principalTable: \"Suppliers\"", File.ReadAllText(script));
        Assert.Equal(["Suppliers|Id"], _database.Query("SELECT \"table\", \"to\" FROM pragma_foreign_key_list('Products')"));
        Assert.True(Drift());
        New("second2").MustSucceed();
        Assert.Single(Directory.GetFiles(_folder["migrations/versions"]));
    }

    [Fact]
    public void A_column_of_others_is_left_alone_with_all_that_needs_it()
    {
        Settings("Exclude = @{ Columns = 'Products.Price' }");

        var script = File.ReadAllText(New().Single<string>("Path"));

        Assert.Contains("Since = table.Column", script);
        Assert.DoesNotContain("Price = table.Column", script);
        Assert.DoesNotContain("CK_Price", script);
    }

    [Fact]
    public void A_table_that_becomes_one_of_others_is_neither_dropped_nor_missed()
    {
        Settings("");
        New().MustSucceed();
        Update().MustSucceed();
        _database.Query("DROP TABLE AuditEntries");
        _database.Query("CREATE TABLE Theirs (Id INTEGER)");
        Assert.False(Drift());

        Settings("Exclude = @{ Tables = 'AuditEntries', 'theirs' }");

        Assert.True(Drift());
        Assert.True(_session.Run($"Test-DbMigration {WarehouseTarget.Argument}").Single().BaseObject is true);
    }

    [Theory]
    [InlineData("Exclude = 'audit'", "needs a hashtable for Exclude")]
    [InlineData("Exclude = @{ Table = 'audit' }", "has the unknown key 'Table' in Exclude; known are Schemas, Tables, Columns")]
    [InlineData("Include = @{ Tables = 5 }", "has '5' in Include for Tables")]
    [InlineData("Include = @{ Tables = 'a', '.b' }", "has '.b' in Include for Tables, which is no name with wildcards of at most 2 parts")]
    [InlineData("Include = @{ Schemas = 'a.b' }", "has 'a.b' in Include for Schemas, which is no name with wildcards of one part")]
    public void A_bad_filter_is_named_with_file_line_and_key(string filters, string message)
    {
        Settings(filters);

        Assert.Contains($"dbmigrate.psd1, line 2, {message}", _session.Run("Get-DbMigrationHistory").MustFail("SettingsInvalid").ToString());
    }

    private void Settings(string entries) => _folder.Write("migrations/dbmigrate.psd1", $"@{{\n{entries}\n}}");

    private Outcome New(string id = "first1") => _session.Run($"New-DbMigration 'a change' -RevisionId {id} {WarehouseTarget.Argument}");

    private Outcome Update() => _session.Run($"Update-Database -Provider Sqlite {_database.Argument}");

    private bool Drift() => _session.Run($"Test-DbMigration -Drift -Provider Sqlite {_database.Argument}").Single().BaseObject is true;

    // The kind and the name: of an index its own, of a table the table's.
    private static string Short(string operation)
    {
        var words = operation.Split(' ');
        return words[0] == "CreateIndex" ? $"{words[0]} {words[2]}" : $"{words[0]} {words[1]}";
    }
}
