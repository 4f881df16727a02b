using System.IO;
using System.Management.Automation;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests.BadInput;

public sealed class TargetTests(ShopProject shop) : IClassFixture<ShopProject>
{
    private readonly Session _session = shop.Session;

    [Fact]
    public void No_target()
    {
        using var folder = new TemporaryFolder();
        using var session = new Session(folder.Path);
        folder.Write("migrations/dbmigrate.psd1", "@{ }");

        Assert.Contains($"there is no project in or below {folder.Path}", session.Run("New-DbMigration x").MustFail("TargetNotFound").ToString());
        session.Run("Get-DbMigrationContext").MustFail("TargetNotFound");
        session.Run("Update-Database").MustFail("TargetNotFound");
        session.Run("Test-DbMigration -Provider Sqlite").MustFail("TargetNotFound");
    }

    [Theory]
    [InlineData("-Project nowhere")]
    [InlineData("-Project src/Shop/Nothing.csproj")]
    [InlineData("-Assembly nowhere.dll")]
    public void A_target_that_does_not_exist(string target)
        => Assert.Contains("no", _session.Run($"New-DbMigration x {target}").MustFail("TargetNotFound").ToString());

    [Fact]
    public void A_folder_instead_of_the_app_in_it()
    {
        var app = shop.Folder.Write("published/Blog.dll", "");
        shop.Folder.Write("published/Blog.runtimeconfig.json", "{}");
        shop.Folder.Write("published/Library.dll", "");

        var recommended = _session.Run("New-DbMigration x -Assembly published").MustFail("TargetNotFound").ErrorDetails.RecommendedAction;

        Assert.Equal($"Pass the app in it: -Assembly '{app}'.", recommended);
    }

    [Fact]
    public void Two_targets_at_once() => _session.Run("New-DbMigration x -Project src/Shop -Assembly x.dll").MustFail("TargetAmbiguous");

    [Theory]
    [InlineData("This is text, whatever its name says.")]
    [InlineData("")]
    [InlineData("MZ and nothing more")]
    public void A_file_that_is_no_assembly(string text)
    {
        var path = shop.Folder.Write("NoAssembly.dll", text);

        var error = _session.Run("New-DbMigration x -Assembly NoAssembly.dll").MustFail("AssemblyInvalid");

        Assert.Contains(path, error.ToString());
    }

    [Fact]
    public void An_assembly_for_a_newer_runtime_than_is_installed()
    {
        var built = shop.Folder["src/Shop/bin/Debug/net10.0"];
        foreach (var file in Directory.GetFiles(built))
            File.Copy(file, Path.Combine(Directory.CreateDirectory(shop.Folder["newer"]).FullName, Path.GetFileName(file)));
        shop.Folder.Write("newer/Shop.runtimeconfig.json", """{ "runtimeOptions": { "tfm": "net99.0", "framework": { "name": "Microsoft.NETCore.App", "version": "99.0.0" } } }""");

        var error = _session.Run("New-DbMigration x -Assembly newer/Shop.dll").MustFail("RuntimeNotInstalled");

        Assert.Contains("99.0", error.ToString());
    }

    [Fact]
    public void A_context_that_the_target_does_not_have()
        => Assert.Contains("Missing", _session.Run("New-DbMigration x -Context Missing").MustFail("ContextNotFound").ToString());

    [Fact]
    public void Several_contexts_and_none_named()
    {
        shop.CopyFixture("TwoContexts", "src/Two");

        var error = _session.Run("New-DbMigration x -Project src/Two").MustFail("ContextAmbiguous");
        Assert.Contains("GoodContext", error.ToString());
        Assert.Contains("BadContext", error.ToString());

        var reason = _session.Run("New-DbMigration x -Project src/Two -Context BadContext").MustFail("ContextNotCreated");
        Assert.Contains("The vault is closed today.", reason.ToString());

        var listed = _session.Run("Get-DbMigrationContext -Project src/Two");
        Assert.Equal(["BadContext", "GoodContext"], listed.All<string>("Name"));
        Assert.Contains("The vault is closed today.", listed.All<string>("Problem")[0]);
        Assert.Equal("BadContext GoodContext", string.Join(" ", Completion.Of(_session, "New-DbMigration -Context ")));
    }

    [Fact]
    public void A_project_that_does_not_build_shows_the_compilers_lines()
    {
        shop.CopyFixture("Shop", "src/Broken");
        shop.Folder.Write("src/Broken/Mistake.cs", "class Mistake { int Id = \"text\"; }");

        var error = _session.Run("New-DbMigration x -Project src/Broken").MustFail("BuildFailed").ToString();

        Assert.Contains("Mistake.cs", error);
        Assert.Contains("CS0029", error);
        Assert.Equal(ProgressRecordType.Completed, _session.Host.Progress[^1].RecordType);
    }
}
