using System.Linq;
using System.Text;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Tests.Generators;

/// <summary>Prints counterexamples so that a person can read them.</summary>
internal static class SchemaPrinter
{
    public static string Print(SchemaPair pair)
        => $"""

            changes: {string.Join(", ", pair.Changes)}
            renames: {string.Join(", ", pair.Decisions.Renames.Select(r => r.From + " -> " + (r.To ?? "dropped")))}
            fills: {string.Join(", ", pair.Decisions.Fills.Select(f => f.Column + " = " + f.Value))}
            FROM
            {Print(pair.From)}TO
            {Print(pair.To)}
            """;

    public static string Print(SchemaState state)
    {
        var text = new StringBuilder();
        if (state.Annotations.Count + state.Schemas.Count > 0)
            text.AppendLine($"  database {state.Annotations} schemas {string.Join(", ", state.Schemas)}");
        foreach (var sequence in state.Sequences.Values)
            text.AppendLine($"  {sequence}");
        foreach (var sql in state.Views.Values.Concat(state.Triggers.Values.Select(t => t.Sql)))
            text.AppendLine($"  {sql}");
        foreach (var table in state.Tables.Values)
        {
            text.AppendLine($"  {table.Name} {table.Comment?.Replace("\n", "\\n")} {table.Annotations}");
            foreach (var c in table.Columns)
                text.AppendLine($"    {c.Name} {c.StoreType}({c.Hints.ClrType?.Name}){(c.IsNullable ? " null" : "")}{(c.DefaultSql is null ? "" : $" default {c.DefaultSql}")}{(c.ComputedSql is null ? "" : $" as {c.ComputedSql} {(c.IsStored ? "stored" : "")}")} {c.Collation} {c.Comment?.Replace("\n", "\\n")} {c.Annotations}");
            foreach (var key in table.UniqueConstraints.Prepend(table.PrimaryKey).OfType<Key>())
                text.AppendLine($"    {key.Name} {key.Columns}");
            foreach (var key in table.ForeignKeys)
                text.AppendLine($"    {key.Name} {key.Columns} -> {key.PrincipalTable} {key.PrincipalColumns} {key.OnDelete} {key.OnUpdate} {key.Annotations}");
            foreach (var index in table.Indexes)
                text.AppendLine($"    {index.Name} {index.Columns} {(index.IsUnique ? "unique " : "")}{index.IsDescending} {index.Filter} {index.RawSql} {Facets(index.Annotations)}");
            foreach (var check in table.Checks)
                text.AppendLine($"    {check.Name} {check.Sql}");
            foreach (var row in table.Seeds)
                text.AppendLine("    row " + string.Join(", ", row.Values.Select(v => $"{v.Key}={v.Value ?? "NULL"}")));
        }

        return text.ToString();
    }

    private static string Facets(AnnotationSet facets)
        => string.Join(", ", facets.Items.Select(f => $"{f.Key}={(f.Value is string[] names ? string.Join("/", names) : f.Value)}"));
}
