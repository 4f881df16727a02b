using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace DbMigrate.Architecture.Tests;

/// <summary>What the peer and EF do are lists of numbered cases; each is a test here, named by its number.</summary>
public sealed class CaseNumberTests
{
    [Fact]
    public void Each_of_the_peers_cases_C1_to_C66_names_a_test_or_its_data()
        => Assert.Empty(Missing(66, """(?:InlineData\(.*?"|new\("|Add\("|\["|void )C(\d+)(?=\D)""").Select(number => $"C{number}"));

    [Fact]
    public void Each_of_EFs_cases_1_to_60_names_a_test_or_its_data()
        => Assert.Empty(Missing(60, """(?:new\("|Trait\("EF", ")(\d+)(?=[ "])""", "EfCases", "Apply", "Postgres"));

    private static IEnumerable<int> Missing(int last, string pattern, params string[] folders)
    {
        var tests = Directory.EnumerateFiles(Path.Combine(ShippedAssembly.RepositoryRoot(), "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(f => folders.Length == 0 || folders.Contains(Path.GetFileName(Path.GetDirectoryName(f))));
        var found = tests.SelectMany(File.ReadLines).SelectMany(line => Regex.Matches(line, pattern)).Select(m => int.Parse(m.Groups[1].Value)).ToHashSet();
        return Enumerable.Range(1, last).Except(found);
    }
}
