using System.Collections.Generic;
using System.Linq;

namespace DbMigrate.Engine.Schema;

/// <summary>Compares two tables of one name.</summary>
internal static class TableComparer
{
    public static void Compare(DifferenceList found, Table expected, Table actual, bool seeds)
    {
        var name = expected.Name;
        found.Facet($"table {name}", "comment", expected.Comment, actual.Comment);
        found.Annotations($"table {name}", expected.Annotations, actual.Annotations);
        var columns = actual.Columns.Replace(_ => true, c => expected.FindColumn(c.Name) is { } twin ? RowIdKey.Like(actual, c, expected, twin) : c);
        found.Match("column", name, expected.Columns, columns, c => c.Name, c => c, SchemaDescriber.Describe);
        found.Match<Key>("primary key", name, List(expected.PrimaryKey), List(actual.PrimaryKey), k => k.Name, k => k with { Name = "" }, SchemaDescriber.Describe);
        found.Match("unique constraint", name, expected.UniqueConstraints, actual.UniqueConstraints, k => k.Name, k => k with { Name = "" }, SchemaDescriber.Describe);
        found.Match("foreign key", name, expected.ForeignKeys, actual.ForeignKeys, k => k.Name, k => k with { Name = "" }, SchemaDescriber.Describe);
        found.Match("check", name, expected.Checks, actual.Checks, c => c.Name, c => c with { Name = "" }, SchemaDescriber.Describe);
        found.Match("index", name, expected.Indexes, actual.Indexes, i => i.Name, i => i, SchemaDescriber.Describe);
        if (seeds)
            CompareSeeds(found, expected, actual);
    }

    private static Key[] List(Key? key) => key is null ? [] : [key];

    private static void CompareSeeds(DifferenceList found, Table expected, Table actual)
    {
        // Rows are the same object where their keys are; without a key only where all is.
        var key = expected.PrimaryKey?.Columns ?? [];
        string Name(SeedRow row) => string.Join(", ", key.Select(c => $"{c} = {SchemaDescriber.Value(row.Values.GetValueOrDefault(c))}"));
        found.Match("row", expected.Name, expected.Seeds, actual.Seeds, Name, r => r, SchemaDescriber.Describe);
    }
}
