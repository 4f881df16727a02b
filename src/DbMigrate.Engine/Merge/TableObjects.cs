using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Merge;

/// <summary>A table taken apart.</summary>
internal static class TableObjects
{
    public static IEnumerable<SchemaObject> Of(Table table)
    {
        var label = SchemaObject.Relation(table.Name);
        var own = new SchemaObject(label, (table.Comment, table.Annotations), Describe(table)) { Names = [table.Name.Name], IsRelation = true };
        return Parts(table).Concat(table.Seeds.SelectMany(r => RowObjects.Of(table, r))).Select(p => p.Owner is null ? p with { Owner = label } : p).Prepend(own);
    }

    /// <summary>The label of a table's primary key.</summary>
    public static string PrimaryKey(ObjectName table) => $"primary key of {table}";

    private static IEnumerable<SchemaObject> Parts(Table table)
    {
        var name = table.Name;
        string[] Columns(IEnumerable<string> columns) => [.. columns.Select(c => SchemaObject.Column(name, c))];
        foreach (var column in table.Columns)
            yield return new(SchemaObject.Column(name, column.Name), column, SchemaDescriber.Describe(column)) { Names = [name.Name, column.Name], Sql = column.ComputedSql };
        if (table.PrimaryKey is { } primary)
            yield return new(PrimaryKey(name), primary, SchemaDescriber.Describe(primary)) { Uses = Columns(primary.Columns) };
        foreach (var key in table.UniqueConstraints)
            yield return new(Label("unique constraint", name, key.Name, key.Columns), key, SchemaDescriber.Describe(key)) { Uses = Columns(key.Columns) };
        foreach (var key in table.ForeignKeys)
        {
            yield return new(Label("foreign key", name, key.Name, key.Columns), key, SchemaDescriber.Describe(key))
            {
                Uses = [.. Columns(key.Columns), SchemaObject.Relation(key.PrincipalTable), .. key.PrincipalColumns.Select(c => SchemaObject.Column(key.PrincipalTable, c))],
            };
        }

        foreach (var check in table.Checks)
            yield return new(Label("check", name, check.Name, [check.Sql]), check, SchemaDescriber.Describe(check)) { Sql = check.Sql };
        foreach (var index in table.Indexes)
            yield return new(Label("index", name, index.Name, index.Columns), index, SchemaDescriber.Describe(index)) { Uses = Columns(index.Columns), Sql = index.RawSql ?? index.Filter };
    }

    private static string Label(string kind, ObjectName table, string name, IEnumerable<string> content)
        => name.Length > 0 ? $"{kind} {table}.{name}" : $"{kind} of {table} ({string.Join(", ", content)})";

    private static string Describe(Table table)
        => $"({string.Join(", ", table.Columns.Select(c => c.Name))})" + (table.Comment is null ? "" : $" comment '{table.Comment}'")
            + (table.Annotations.Count == 0 ? "" : " with " + SchemaDescriber.Describe(table.Annotations));
}
