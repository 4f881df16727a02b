using System;
using System.IO;
using System.Linq;
using Xunit;

namespace DbMigrate.EndToEnd.Tests;

/// <summary>
/// One model, built with one EF Core and then with a later one: what differs is said to come from the upgrade, and what
/// a person changed at the same time is not.
/// </summary>
internal static class UpgradedModel
{
    private const string Names = "@{ 'Customer.Point_X' = 'Home_Point_X'; 'Customer.Point_Y' = 'Home_Point_Y' }";

    private static readonly string[] Own = ["AddColumn Plain.Title", "AlterColumn Coupon.Id", "AlterColumn Own.Id"];

    private static readonly string[] Columns =
    [
        "AddColumn Shape.Point_Middle_X", "AddColumn Shape.Point_Middle_Y", "AlterTable Shape", "RenameColumn Customer.Point_X", "RenameColumn Customer.Point_Y",
    ];

    /// <summary>Upgrades a target and looks at what is said.</summary>
    /// <param name="efCore">The EF Core before.</param>
    /// <param name="framework">Its .NET.</param>
    /// <param name="laterEfCore">The one after.</param>
    /// <param name="laterFramework">Its .NET.</param>
    /// <param name="hasNames">Whether columns of complex types have other names.</param>
    /// <param name="altered">The columns that are numbered otherwise.</param>
    /// <param name="provider">The provider after, with its version.</param>
    /// <param name="settings">A script that chooses the database.</param>
    public static void Upgrade(string efCore, string framework, string laterEfCore, string laterFramework, bool hasNames, string[] altered, string provider, string settings)
    {
        using var sandbox = new Sandbox();
        string Run(string script) => PowerShellProcess.Run(sandbox, settings + "\n" + script);
        var target = new VersionedTarget(sandbox, "UpgradedTarget");
        target.Write(efCore, framework, version: 1);
        Run("""
            $null = Initialize-DbMigration -Project Target
            $null = New-DbMigration first -RevisionId first1
            $null = Update-Database
            """);
        string[] expected = [.. altered.Concat(hasNames ? Columns : []).Order(StringComparer.Ordinal)];

        // The model is the same: all of it is the upgrade's.
        target.Write(laterEfCore, laterFramework, version: 1);
        Assert.Equal("", Run("Compare-DbSchema head Model | Where-Object -not Cause | ForEach-Object { \"$_\" }").Trim());

        target.Write(laterEfCore, laterFramework, version: 2);
        if (hasNames)
            Assert.Contains("EF Core up to 9 calls Home_Point_X so", Run("try { New-DbMigration second } catch { $_.Exception.Message }"));
        var rename = hasNames ? $"-Rename {Names}" : "";
        var lines = Run($$"""
            $revision = New-DbMigration second -RevisionId second1 {{rename}} -WarningVariable said -WarningAction SilentlyContinue
            $revision.Operations | ForEach-Object { "$($_.Kind) $($_.Object)|$($_.Cause)" }
            $said | ForEach-Object { "said|$_" }
            $null = Update-Database
            "agrees|$(Test-DbMigration -Applied -Drift)"
            """).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Trim().Split('|')).ToList();

        var operations = lines.Where(l => l[0].Contains(' ')).ToList();
        Assert.Equal(expected, operations.Where(o => o[1].Length > 0).Select(o => o[0]).Order(StringComparer.Ordinal));
        Assert.Equal(Own, operations.Where(o => o[1].Length == 0).Select(o => o[0]).Order(StringComparer.Ordinal));
        Assert.All(operations.Where(o => o[1].Length > 0), o => Assert.Contains($"EF Core {laterEfCore} ", o[1]));
        Assert.Contains(lines, l => l is ["agrees", "True"]);

        // Where the upgrade changes Ticket.Id, Coupon.Id is changed by both: its comment says what is the upgrade's, its operation is the person's too.
        var mixed = altered.Contains("AlterColumn Ticket.Id") ? 1 : 0;
        var script = File.ReadAllText(Directory.GetFiles(sandbox.Versions, "*second1*").Single());
        Assert.Equal(expected.Length + mixed, script.Split($"// EF Core {laterEfCore} ").Length - 1);
        Assert.Contains($"// EF Core:     {laterEfCore}\n// Provider:    {provider}\n", script);
        Assert.Equal(operations.Where(o => o[1].Length > 0).Select(o => o[1]).Distinct().Count() + mixed, lines.Count(l => l[0] == "said" && l[1].Contains("Not from the model: ")));
    }
}
