using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DbMigrate.Module.Tests.Hosting;

namespace DbMigrate.Module.Tests.Examples;

/// <summary>What examples find that the story does not have: by page, by page and number, or by page and heading.</summary>
internal static class Preparations
{
    private static readonly Dictionary<string, Action<ExampleWorld>> All = new(StringComparer.Ordinal)
    {
        ["Assert-DbMigration 2"] = w => CopyBeside(w, "Update-Database"),
        ["Assert-DbMigration 3"] = Drift,
        ["Compare-DbSchema 2"] = w =>
        {
            Drift(w);
            CopyBeside(w, "");
        },
        ["Get-DbMigrationTemplate 2"] = NoFolder,
        ["Initialize-DbMigration"] = NoFolder,
        ["Initialize-DbMigration 3"] = w =>
        {
            NoFolder(w);
            w.Folder.Write("house-rules/dbmigrate.psd1", "@{ SlugLength = 20 }");
        },
        ["Merge-DbMigration"] = SeveralHeads,
        ["Merge-DbMigration 4"] = w => Story.Write(w.Folder, Story.Conflict),
        ["New-DbMigration"] = w => Model(w, "WithEmail"),
        ["New-DbMigration 2"] = w => Model(w, "WithFullNames"),
        ["New-DbMigration 3"] = w => Model(w, "WithTelexForFax"),
        ["New-DbMigration 4"] = w => Model(w, "WithCountries"),
        ["New-DbMigration 8"] = w =>
        {
            Model(w, "WithEmail");
            SeveralHeads(w);
        },
        ["New-DbMigration 9"] = w =>
        {
            w.Run("Update-Database").MustSucceed();
            Drift(w);
        },
        ["New-DbMigration 10"] = w =>
        {
            NoRevisions(w);
            new Database(w.Folder["old.db"]).Query("CREATE TABLE Guests (Id INTEGER PRIMARY KEY, Name TEXT)");
        },
        ["Set-DbMigrationStamp 2"] = SeveralHeads,
        ["Set-DbMigrationStamp 4"] = w => w.Database.Query($"UPDATE \"__DbMigrationHistory\" SET \"Revision\" = 'dead00000001' WHERE \"Revision\" = '{Story.Current}'"),
        ["Update-Database"] = NoDatabase,
        ["about_DbMigrate.help: THE FIRST FIVE MINUTES"] = w =>
        {
            NoFolder(w);
            NoDatabase(w);
            Environment.SetEnvironmentVariable("DBMIGRATE_CONTEXT", "ShopContext");
        },
        ["about_DbMigrate.help: A DATABASE THAT IS THERE ALREADY"] = w =>
        {
            NoRevisions(w);
            w.Database.Query("DROP TABLE __DbMigrationHistory; DROP TABLE __DbMigrationLog");
        },
        ["about_DbMigrate.help: TWO PEOPLE AT ONCE"] = SeveralHeads,
        ["about_DbMigrate.help: THROWING AWAY A REVISION"] = w => w.Run("Update-Database").MustSucceed(),
        ["README: Several databases"] = w => w.Folder.Write("migrations/dbmigrate.psd1", $"@{{\nProject = '../src/Shop'\n{Documentation.Databases("README.md").Replace("BlogContext", "ShopContext", StringComparison.Ordinal)}\n}}"),
    };

    public static void Prepare(ExampleWorld world, Example example)
    {
        string[] keys = [$"{example.Page} {example.Number}", $"{example.Page}: {example.Title}", example.Page];
        keys.Select(k => All.GetValueOrDefault(k)).FirstOrDefault(p => p is not null)?.Invoke(world);
    }

    private static void NoFolder(ExampleWorld world) => Directory.Delete(world.Folder["migrations"], recursive: true);

    private static void NoRevisions(ExampleWorld world) => Directory.Delete(world.Folder["migrations/versions"], recursive: true);

    private static void NoDatabase(ExampleWorld world) => File.Delete(world.Database.Path);

    private static void Drift(ExampleWorld world) => world.Database.Query("ALTER TABLE \"Customers\" ADD COLUMN \"Phone\" TEXT");

    // The database of an operator, who has no project.
    private static void CopyBeside(ExampleWorld world, string script)
    {
        world.Run(script).MustSucceed();
        File.Copy(world.Database.Path, world.Folder["shop.db"]);
    }

    private static void SeveralHeads(ExampleWorld world)
    {
        foreach (var revision in Story.MoreHeads)
            Story.Write(world.Folder, revision);
    }

    private static void Model(ExampleWorld world, string context)
    {
        var settings = world.Folder["migrations/dbmigrate.psd1"];
        File.WriteAllText(settings, File.ReadAllText(settings).Replace("'ShopContext'\n", $"'{context}'\n", StringComparison.Ordinal));
    }
}
