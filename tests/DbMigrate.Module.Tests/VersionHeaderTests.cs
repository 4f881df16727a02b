using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using DbMigrate.Module.Tests.Hosting;
using Xunit;

namespace DbMigrate.Module.Tests;

/// <summary>Whatever writes a revision writes the versions of EF Core and provider into it.</summary>
public sealed class VersionHeaderTests
{
    [Fact]
    public void Every_way_to_write_a_revision_names_EF_Core_and_provider()
    {
        using var folder = new TemporaryFolder();
        using var session = new Session(folder.Path);
        var on = $"-ConnectionString 'Data Source={folder["shop.db"]}'";
        new Database(folder["shop.db"]).Query("CREATE TABLE old (id INTEGER PRIMARY KEY)");
        session.Run($"Initialize-DbMigration {WarehouseTarget.Argument}").MustSucceed();

        var written = new List<string>();
        foreach (var command in new[]
        {
            $"New-DbMigration -Baseline -RevisionId base1 {on}; $null = Set-DbMigrationStamp base1 {on}",
            "New-DbMigration model -RevisionId model1",
            "New-DbMigration empty -Empty -RevisionId empty1",
            $"Update-Database {on}",
            $"New-DbMigration -FromDatabase -RevisionId live1 {on}",
            "New-DbMigration other -Empty -Head empty1 -Splice -RevisionId other1",
            "Merge-DbMigration -RevisionId merge1",
        })
        {
            if (command.Contains("-FromDatabase"))
                new Database(folder["shop.db"]).Query("ALTER TABLE Products ADD COLUMN by_hand TEXT");
            written.AddRange(session.Run(command).MustSucceed().Output.Where(o => o.Properties["Path"] is not null).Select(o => (string)o.Properties["Path"].Value));
        }

        Assert.Equal(["base1", "empty1", "live1", "merge1", "model1", "other1"], written.Select(p => Path.GetFileNameWithoutExtension(p).Split('_')[2]).Order());
        Assert.All(written, path =>
        {
            var text = File.ReadAllText(path);
            var version = Regex.Match(text, @"^// EF Core:     (\d+\.\d+\.\d+)$", RegexOptions.Multiline);
            Assert.True(version.Success, text);
            Assert.Contains($"// Provider:    Microsoft.EntityFrameworkCore.Sqlite {version.Groups[1].Value}\n", text);
        });
    }
}
