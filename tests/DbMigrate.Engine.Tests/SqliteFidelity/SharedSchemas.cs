using System;
using System.IO;
using System.Linq;
using Xunit;

namespace DbMigrate.Engine.Tests.SqliteFidelity;

/// <summary>The schemas that others wrote, beside the repository.</summary>
internal static class SharedSchemas
{
    private static readonly string? Folder = Find();

    /// <summary>The files; one empty name where there are none, so that the test shows that it was skipped.</summary>
    public static TheoryData<string> Files => Folder is null ? [""] : [.. Directory.GetFiles(Folder, "*.sql").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    public static string Read(string file)
    {
        Assert.SkipWhen(Folder is null, "No folder shared/schemas/sqlite above the tests: the schemas that others wrote are not part of the repository.");
        return File.ReadAllText(Path.Combine(Folder!, file));
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "schemas", "sqlite");
            if (Directory.Exists(candidate))
                return candidate;
        }

        return null;
    }
}
