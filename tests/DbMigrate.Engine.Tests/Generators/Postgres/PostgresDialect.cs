using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Tests.Generators.Postgres;

/// <summary>PostgreSQL.</summary>
internal sealed class PostgresDialect : Dialect
{
    public const string Strategy = "Npgsql:ValueGenerationStrategy";
    public const string Options = "Npgsql:IdentitySequenceOptions";
    public const string Feeling = "Npgsql:Enum:feeling";
    public const string Citext = "Npgsql:PostgresExtension:citext";

    /// <summary>The labels of the enum; rows never have the last one.</summary>
    public const string Feelings = "ok,it's sad,happy,angry";

    private static readonly string[] Used = ["ok", "it's sad", "happy"];

    public static readonly IReadOnlyList<ColumnKind> AllKinds =
    [
        new("integer", typeof(int), true, i => i, ["1 + 2", "'-7'::integer"]) { Sort = ValueSort.Integer },
        new("bigint", typeof(long), true, i => (long)i, ["(40) + 2"]) { Sort = ValueSort.Integer },
        new("text", typeof(string), true, i => "k" + i, ["lower('ABC')", "'it''s' || '!'", "E'a\\\\b'"]) { Sort = ValueSort.Text },
        new("double precision", typeof(double), true, i => i + 0.5, ["1.5 * 2"]) { Sort = ValueSort.Real },
        new("character varying(40)", typeof(string), true, i => "v" + i, []) { Sort = ValueSort.Text },
        new("boolean", typeof(bool), false, i => i % 2 == 0, []),
        new("uuid", typeof(Guid), true, i => new Guid(i, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]), []),
        new("timestamp without time zone", typeof(DateTime), true, i => new DateTime(2020, 1, 1, 12, 30, 0, DateTimeKind.Unspecified).AddDays(i), ["(now() AT TIME ZONE 'utc')"]),
        new("numeric(12,2)", typeof(decimal), true, i => i + 0.25m, []),
        new("bytea", typeof(byte[]), true, i => new[] { (byte)(i >> 8), (byte)i }, []),
        new("integer[]", typeof(int[]), true, i => new[] { i, i + 1 }, ["'{1,2}'::integer[]"]),
        new("jsonb", typeof(string), true, i => $$"""{"n": {{i}}}""", ["'{}'"]),
        new("citext", typeof(string), true, i => "C" + i, []) { Needs = Citext },
        new("feeling", typeof(string), false, i => Used[i % Used.Length], ["'happy'::feeling"]) { Needs = Feeling },
        new("feeling[]", typeof(string[]), false, i => new[] { Used[i % Used.Length] }, []) { Needs = Feeling },
    ];

    public static Dialect Instance { get; } = new PostgresDialect();

    public override IReadOnlyList<ColumnKind> Kinds => AllKinds;

    public override IReadOnlyList<(ColumnKind From, ColumnKind To, Func<object, object> Convert)> Conversions { get; } =
    [
        (Find("integer"), Find("text"), v => ((int)v).ToString(CultureInfo.InvariantCulture)),
        (Find("integer"), Find("double precision"), v => (double)(int)v),
        (Find("integer"), Find("bigint"), v => (long)(int)v),
        (Find("integer"), Find("numeric(12,2)"), v => (decimal)(int)v),
        (Find("boolean"), Find("integer"), v => (bool)v ? 1 : 0),
        (Find("uuid"), Find("text"), v => ((Guid)v).ToString()),
        (Find("feeling"), Find("text"), v => v),
        (Find("character varying(40)"), Find("text"), v => v),
        (Find("text"), Find("citext"), v => v),
        (Find("citext"), Find("text"), v => v),
    ];

    public override string Collation => "C";

    public override bool HasVirtualColumns => false;

    public override bool ConvertsConditions => false;

    public override int MostChanges => 16;

    public override bool CanBeKey(Column column) => true;

    public override string True => "true";

    public override bool KeysAreIndexes => true;

    public override ObjectName TableName(Draw draw, string name) => draw.Chance(20) ? new ObjectName("shop", name) : name;

    public override AnnotationSet Numbering(Draw draw) => draw.Below(6) switch
    {
        0 => AnnotationSet.Empty.With(Strategy, "SerialColumn"),
        1 => AnnotationSet.Empty.With(Strategy, "IdentityAlwaysColumn"),
        2 => AnnotationSet.Empty.With(Strategy, "IdentityAlwaysColumn").With(Options, "'10', '5', '1', '100000', 'True', '20'"),
        3 => AnnotationSet.Empty.With(Strategy, "IdentityByDefaultColumn").With(Options, "'1000', '1', '', '', 'False', '1'"),
        _ => AnnotationSet.Empty.With(Strategy, "IdentityByDefaultColumn"),
    };

    public override Column Adorn(Draw draw, Column column)
        => column.StoreType == "text" && draw.Chance(25) ? column with { Annotations = column.Annotations.With("Npgsql:Compression:", "pglz") } : column;

    public override Schema.Index Adorn(Draw draw, Table table, Schema.Index index) => draw.Chance(45) ? PostgresIndexes.Adorn(draw, table, index) : index;

    public override Table Adorn(Draw draw, Table table)
    {
        if (draw.Chance(12))
            table = table with { Annotations = table.Annotations.With("Npgsql:StorageParameter:fillfactor", 70) };
        if (draw.Chance(10))
            table = table with { Annotations = table.Annotations.With("Npgsql:UnloggedTable", true) };
        return draw.Chance(25) ? PostgresIndexes.AddRaw(draw, table) : table;
    }

    public override ForeignKey Adorn(Draw draw, ForeignKey key)
        => draw.Chance(25) ? key with { Annotations = key.Annotations.With(OperationAnnotations.Deferrable, draw.Chance(50) ? "DEFERRABLE" : "DEFERRABLE INITIALLY DEFERRED") } : key;

    public override bool CanRefer(Table table, Table principal)
        => principal.Name == table.Name || principal.Annotations["Npgsql:UnloggedTable"] is null || table.Annotations["Npgsql:UnloggedTable"] is not null;

    public override SchemaState Complete(SchemaState state)
    {
        foreach (var schema in state.Tables.Keys.Concat(state.Sequences.Keys).Select(n => n.Schema).OfType<string>())
            state = state with { Schemas = state.Schemas.Add(schema) };
        foreach (var needed in state.Tables.Values.SelectMany(t => t.Columns).Select(c => ColumnKind.Of(c).Needs).OfType<string>().Distinct())
        {
            if (state.Annotations[needed] is null)
                state = state with { Annotations = state.Annotations.With(needed, needed == Feeling ? Feelings : ",,") };
        }

        return state;
    }

    public override SchemaState Begin(Draw draw, SchemaState state) => PostgresObjects.Draw(draw, PostgresDatabaseEdits.Draw(draw, state));

    public override void Finish(Draw draw, PairBuilder pair) => PostgresObjects.Carry(draw, pair);

    public override IEnumerable<Func<PairBuilder, Table, string?>> Edits(SchemaGenerators parts)
    {
        var constraints = new ConstraintEdits(parts);
        var (database, sequences, tables) = (new PostgresDatabaseEdits(parts.Draw), new PostgresSequenceEdits(parts.Draw), new PostgresTableEdits(parts.Draw));
        return
        [
            database.CreateEnum, database.ChangeEnum, database.ChangeEnum, database.DropEnum, database.DropEnum, database.Extension, database.Extension, database.Collation, database.Schema, database.Schema,
            sequences.Create, sequences.Drop, sequences.Change, sequences.Change, sequences.Change, sequences.Rename, sequences.Rename, sequences.Rename, sequences.Exchange, sequences.Exchange, sequences.Default, sequences.Default, sequences.Default,
            tables.Move, tables.Move, tables.Numbering, tables.Facets, tables.Deferrable, tables.Compression, tables.AddRawIndex, tables.AddRawIndex, tables.IndexFacets, tables.IndexFacets, tables.IndexFacets, tables.Logging,
            constraints.ChangeKey, constraints.ChangeKey, constraints.ChangeKey, constraints.ChangeKey, constraints.ChangeKey, constraints.DropCheck, constraints.DropCheck, constraints.AddCheck, constraints.AddForeignKey,
        ];
    }

    private static ColumnKind Find(string storeType) => AllKinds.First(k => k.StoreType == storeType);
}
