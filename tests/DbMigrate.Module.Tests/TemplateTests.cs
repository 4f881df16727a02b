using System;
using System.IO;
using System.Linq;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests;

public sealed class TemplateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Session _session;

    public TemplateTests() => _session = new Session(_folder.Path);

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void The_templates_that_ship_are_listed_with_what_they_are_for()
    {
        var templates = _session.Run("Get-DbMigrationTemplate").MustSucceed().Output;

        Assert.Equal(["default", "multi-database"], templates.Select(t => t.Properties["Name"].Value));
        Assert.All(templates, t => Assert.EndsWith(".", (string)t.Properties["Description"].Value));
        Assert.All(templates, t => Assert.StartsWith(Repository.Module, (string)t.Properties["Path"].Value));
        Assert.Contains("default        One database: ", _session.Show("Get-DbMigrationTemplate"));
    }

    [Theory]
    [InlineData("", "default")]
    [InlineData("-Template DEFAULT", "default")]
    [InlineData("-MultiDatabase", "multi-database")]
    [InlineData("-Template default -MultiDatabase", "default")]
    public void A_folder_has_the_files_of_its_template_and_works(string arguments, string template)
    {
        _session.Run($"Initialize-DbMigration {arguments} -Context ShopContext").MustSucceed();

        Assert.Equal(["dbmigrate.psd1", "env.ps1", "script.cs.template", "versions"], Directory.EnumerateFileSystemEntries(_folder["migrations"]).Select(Path.GetFileName).Order());
        var shipped = Path.Combine(Repository.Module, "templates", template);
        foreach (var file in new[] { "env.ps1", "script.cs.template" })
            Assert.Equal(File.ReadAllText(Path.Combine(shipped, file)), File.ReadAllText(_folder["migrations/" + file]));
        var settings = File.ReadAllText(_folder["migrations/dbmigrate.psd1"]);
        Assert.Equal(File.ReadAllText(Path.Combine(shipped, "dbmigrate.psd1")).ReplaceLineEndings("\n"), settings.Replace("    Context          = ", "    # Context          = "));
        Assert.Contains("    Context          = 'ShopContext'\n", settings);
        Assert.Empty(_session.Run($"Get-DbMigrationStatus -Provider Sqlite -ConnectionString 'Data Source={_folder["x.db"]}'").Single<string[]>("Heads"));
    }

    [Fact]
    public void The_examples_of_several_databases_are_valid()
    {
        _session.Run("Initialize-DbMigration -MultiDatabase").MustSucceed();
        var path = _folder["migrations/dbmigrate.psd1"];
        File.WriteAllText(path, File.ReadAllText(path).Replace("# Shop ", "Shop ").Replace("# Orders", "Orders"));

        Assert.Equal(["Shop", "Orders"], Completion.Of(_session, "Update-Database -Database "));
    }

    [Fact]
    public void C51_a_folder_of_ones_own_is_a_template()
    {
        _folder.Write("house/README.md", "# How we do it\n");
        _folder.Write("house/dbmigrate.psd1", "@{\n    SlugLength = 12\n    Databases = @{ A = @{ Context = 'ContextA' } }\n    Context = 'Old' }");
        _folder.Write("house/docs/style.txt", "short");
        _folder.Write("house/versions/old.cs", "// not copied");
        _folder.Write("src/Shop/Shop.csproj", "");

        var created = _session.Run("Initialize-DbMigration -Template ./house -Project src/Shop -Context New");

        Assert.Equal(_folder["src/Shop"], created.Single<string>("Project"));
        Assert.Equal("New", created.Single<string>("Context"));
        Assert.Equal(["A"], created.Single<string[]>("Databases"));
        Assert.Equal("short", File.ReadAllText(_folder["migrations/docs/style.txt"]));
        Assert.False(File.Exists(_folder["migrations/README.md"]));
        Assert.Empty(Directory.EnumerateFiles(_folder["migrations/versions"]));
        Assert.Contains("SlugLength = 12", File.ReadAllText(_folder["migrations/dbmigrate.psd1"]));
    }

    [Theory]
    [InlineData("-Template nowhere", "TemplateNotFound", "Those that ship are default, multi-database.")]
    [InlineData("-Template ./nowhere", "TemplateNotFound", "There is no folder")]
    [InlineData("-Template ./bare", "TemplateInvalid", "has no dbmigrate.psd1")]
    [InlineData("-Template ./broken", "SettingsInvalid", "broken")]
    public void C51_a_template_that_cannot_be_used_is_refused_and_nothing_is_created(string arguments, string id, string message)
    {
        Directory.CreateDirectory(_folder["bare"]);
        _folder.Write("broken/dbmigrate.psd1", "@{ Contxt = 'x' }");

        Assert.Contains(message, _session.Run($"Initialize-DbMigration {arguments}").MustFail(id).ToString());
        Assert.False(Directory.Exists(_folder["migrations"]));
    }

    [Fact]
    public void C51_Force_takes_a_folder_with_other_files_and_overwrites_nothing()
    {
        _folder.Write("migrations/notes.txt", "mine");
        Assert.Contains("-Force", _session.Run("Initialize-DbMigration").MustFail("FolderNotEmpty").ErrorDetails.RecommendedAction);
        _session.Run("Initialize-DbMigration -Force").MustSucceed();
        Assert.Equal("mine", File.ReadAllText(_folder["migrations/notes.txt"]));

        _folder.Write("other/env.ps1", "'mine'");
        Assert.Contains("env.ps1", _session.Run("Initialize-DbMigration -Force -Path other").MustFail("FolderNotEmpty").ToString());
        Assert.Equal([_folder["other/env.ps1"]], Directory.EnumerateFileSystemEntries(_folder["other"]));

        _session.Run("Initialize-DbMigration -Force").MustFail("FolderNotEmpty");
        _folder.Write("ef/20240101_Init.cs", "[Migration(\"20240101_Init\")] partial class Init { }");
        _session.Run("Initialize-DbMigration -Force -Path ef").MustFail("FolderHoldsEfMigrations");
    }

    [Fact]
    public void Names_are_completed()
        => Assert.Equal(["default", "multi-database"], Completion.Of(_session, "Initialize-DbMigration -Template "));
}
