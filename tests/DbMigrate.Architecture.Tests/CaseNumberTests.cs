using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace DbMigrate.Architecture.Tests;

/// <summary>The peer's behaviour is a list of numbered cases; each is a test here, named by its number.</summary>
public sealed class CaseNumberTests
{
    [Fact]
    public void Each_of_the_cases_C1_to_C57_names_a_test_or_its_data()
    {
        var tests = Directory.EnumerateFiles(Path.Combine(ShippedAssembly.RepositoryRoot(), "tests"), "*.cs", SearchOption.AllDirectories);
        var found = tests.SelectMany(File.ReadLines).SelectMany(line => Regex.Matches(line, """(?:InlineData\(.*?"|new\("|Add\("|void )C(\d+)(?=\D)""")).Select(m => int.Parse(m.Groups[1].Value)).ToHashSet();

        Assert.Empty(Enumerable.Range(1, 57).Except(found).Select(number => $"C{number}"));
    }
}
