using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Tests.Generators.Postgres;

/// <summary>Names what a schema of PostgreSQL has, and what changes can be drawn, so that tests can tell whether everything is drawn.</summary>
internal static class PostgresFeatures
{
    private const string Prefix = "Npgsql:";

    private static readonly string[] Facets =
    [
        "ValueGenerationStrategy=SerialColumn", "ValueGenerationStrategy=IdentityAlwaysColumn", "ValueGenerationStrategy=IdentityByDefaultColumn", "IdentitySequenceOptions",
        "Compression:", "UnloggedTable", "StorageParameter:fillfactor", "IndexMethod=hash", "IndexMethod=gin", "IndexInclude", "IndexOperators", "IndexNullSortOrder",
        "NullsDistinct", "CreatedConcurrently", "Enum:feeling", "Enum:shop.size", "PostgresExtension:hstore", "PostgresExtension:citext", "CollationDefinition:ci",
    ];

    public static readonly string[] All =
    [
        .. SchemaFeatures.All.Except(["virtual column", "autoincrement"]).Except(SqliteDialect.AllKinds.Select(k => k.ClrType.Name)),
        .. PostgresDialect.AllKinds.Select(k => k.StoreType),
        .. Facets,
        "collation of index", "index on expression", "deferrable", "schema", "table in a schema", "sequence", "cyclic sequence", "view", "trigger", "trigger of a column", "default of a sequence",
    ];

    public static readonly string[] Changes =
    [
        .. SchemaPairGen.Kinds,
        "create enum", "add enum value", "drop enum value", "reorder enum", "drop enum", "create extension", "drop extension", "create collation", "drop collation", "create schema", "drop schema",
        "create sequence", "drop sequence", "alter sequence", "restart sequence", "change type of sequence", "change range of sequence", "rename sequence", "move sequence", "exchange sequences", "default of a sequence",
        "move table", "change numbering", "change storage parameter", "change logging", "change logging of several", "change deferrable", "change compression", "add index on expression", "change facets of index",
        "create view or trigger", "drop view", "change view", "drop trigger",
    ];

    public static IEnumerable<string> Of(SchemaState state) => SchemaFeatures.Of(state).Concat(Own(state)).Distinct();

    private static IEnumerable<string> Own(SchemaState state)
    {
        var (tables, columns) = (state.Tables.Values, state.Tables.Values.SelectMany(t => t.Columns).ToList());
        var indexes = tables.SelectMany(t => t.Indexes).ToList();
        var facets = state.Annotations.Items.Concat(tables.SelectMany(t => t.Annotations.Items)).Concat(columns.SelectMany(c => c.Annotations.Items)).Concat(indexes.SelectMany(i => i.Annotations.Items));
        foreach (var (name, value) in facets)
        {
            yield return name.Replace(Prefix, "");
            yield return name.Replace(Prefix, "") + "=" + value;
        }

        foreach (var column in columns)
            yield return column.StoreType;
        (bool IsThere, string Feature)[] facts =
        [
            (indexes.Exists(i => i.Annotations["Relational:Collation"] is not null), "collation of index"),
            (indexes.Exists(i => i.RawSql is not null), "index on expression"),
            (tables.Any(t => t.ForeignKeys.Any(k => k.Annotations.Count > 0)), "deferrable"),
            (state.Schemas.Count > 0, "schema"),
            (tables.Any(t => t.Name.Schema is not null), "table in a schema"),
            (state.Sequences.Count > 0, "sequence"),
            (state.Sequences.Values.Any(s => s.IsCyclic), "cyclic sequence"),
            (state.Views.Count > 0, "view"),
            (state.Triggers.Count > 0, "trigger"),
            (state.Triggers.Values.Any(t => t.Sql.Contains(" OF ")), "trigger of a column"),
            (columns.Exists(c => c.DefaultSql?.StartsWith("nextval", System.StringComparison.Ordinal) == true), "default of a sequence"),
        ];
        foreach (var (_, feature) in facts.Where(f => f.IsThere))
            yield return feature;
    }
}
