using System;
using System.IO;
using DbMigrate.Module.Tests.Hosting;

namespace DbMigrate.Module.Tests.Console;

/// <summary>A session of the Package Manager Console over a shop: its project, and stand-ins for what Visual Studio brings.</summary>
public sealed class ConsoleFixture : IDisposable
{
    // Members and nesting are those of EnvDTE's project.
    private const string Project = """
        $global:saves = 0
        $global:asked = 0
        $documents = [psobject]::new()
        $documents.PSObject.Members.Add([System.Management.Automation.PSScriptMethod]::new('SaveAll', { $global:saves++ }))
        $global:project = [pscustomobject]@{
            Name = 'Shop'
            FullName = 'PROJECT'
            ConfigurationManager = [pscustomobject]@{ ActiveConfiguration = [pscustomobject]@{ ConfigurationName = 'Release' } }
            DTE = [pscustomobject]@{ Documents = $documents }
        }
        function global:Get-Project { $global:asked++; $global:project }
        """;

    private readonly ShopProject _shop = new("Shop", "src/Shop", RecordingHost.PackageManager);

    public ConsoleFixture()
    {
        var project = _shop.Folder[Path.Combine("src", "Shop", "Shop.csproj")];
        Session.Run(Project.Replace("PROJECT", project, StringComparison.Ordinal)).MustSucceed();
        Session.Run("Initialize-DbMigration").MustSucceed();
    }

    internal Session Session => _shop.Session;

    internal TemporaryFolder Folder => _shop.Folder;

    public void Dispose() => _shop.Dispose();
}
