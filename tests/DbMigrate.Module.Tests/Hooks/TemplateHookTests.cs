using System.IO;
using System.Text.RegularExpressions;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests.Hooks;

/// <summary>The examples in the env.ps1 of the shipped templates, with their comment signs taken away.</summary>
public sealed class TemplateHookTests(HookSession hooks) : IClassFixture<HookSession>
{
    [Theory]
    [InlineData("default")]
    [InlineData("multi-database")]
    public void Every_example_runs(string template)
    {
        var text = Uncomment(File.ReadAllText(Path.Combine(Repository.Module, "templates", template, "env.ps1")));
        Assert.Equal(5, Regex.Matches(text, "^    (Configure|IncludeObject|Generated|BeforeApply|AfterApply) = ", RegexOptions.Multiline).Count);
        var folder = hooks.Folder($"function Get-Secret($Name) {{ $global:noted = $Name; 'Data Source=test.db' }}\n{text}");

        var script = File.ReadAllText(folder.Run($"New-DbMigration 'stock the shelves' {WarehouseTarget.Argument}").Single<string>("Path"));
        var applied = folder.Run("Update-Database -Provider Sqlite -Verbose").MustSucceed();

        Assert.Contains("comment: \"stock the shelves\"", script);
        Assert.Contains(applied.Verbose, v => v.StartsWith("Up one1 in ", System.StringComparison.Ordinal));
        Assert.Equal("shop-", folder.Noted());
        Assert.Contains("Products", folder.Database.Tables());
    }

    [Theory]
    [InlineData("default")]
    [InlineData("multi-database")]
    public void As_it_is_shipped_it_has_no_hooks(string template)
        => hooks.Folder(File.ReadAllText(Path.Combine(Repository.Module, "templates", template, "env.ps1"))).OnDatabase("Update-Database").MustSucceed();

    private static string Uncomment(string text)
        => Regex.Replace(text, @"^    # (?=\w+ = \{$|    |\}$)", "    ", RegexOptions.Multiline);
}
