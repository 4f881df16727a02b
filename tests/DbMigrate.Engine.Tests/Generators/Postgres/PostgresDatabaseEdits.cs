using System.Linq;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Tests.Generators.Postgres;

/// <summary>Changes of enums, extensions, collations and schemas.</summary>
internal sealed class PostgresDatabaseEdits(Draw draw)
{
    private const string Hstore = "Npgsql:PostgresExtension:hstore";
    private const string Insensitive = "Npgsql:CollationDefinition:ci";
    private const string Size = "Npgsql:Enum:shop.size";

    public static SchemaState Draw(Draw draw, SchemaState state)
    {
        if (draw.Chance(30))
            state = Set(state, PostgresDialect.Feeling, PostgresDialect.Feelings);
        if (draw.Chance(15))
            state = Set(state, Hstore, ",,");
        if (draw.Chance(15))
            state = Set(state, Insensitive, "en-u-ks-primary,en-u-ks-primary,icu,False");
        if (draw.Chance(15))
            state = Set(state with { Schemas = state.Schemas.Add("shop") }, Size, "s,m,l");
        return PostgresSequenceEdits.Draw(draw, state);
    }

    public string? CreateEnum(PairBuilder pair, Table table)
    {
        var key = draw.Chance(50) ? PostgresDialect.Feeling : Size;
        if (pair.To.Annotations[key] is not null)
            return null;
        pair.To = Set(pair.To with { Schemas = key == Size ? pair.To.Schemas.Add("shop") : pair.To.Schemas }, key, key == Size ? "s,m,l" : PostgresDialect.Feelings);
        return "create enum";
    }

    public string? ChangeEnum(PairBuilder pair, Table table)
    {
        if (pair.To.Annotations[PostgresDialect.Feeling] is not string labels)
            return null;
        var all = labels.Split(',').ToList();
        var (changed, kind) = draw.Below(4) switch
        {
            0 => (all.Append("new " + all.Count), "add enum value"),
            1 => (all.Prepend("first " + all.Count), "add enum value"),
            2 => (all.Where(l => PostgresDialect.Feelings.Split(',').Take(3).Contains(l)), "drop enum value"),
            _ => (all.AsEnumerable().Reverse(), "reorder enum"),
        };
        var text = string.Join(',', changed);
        pair.To = Set(pair.To, PostgresDialect.Feeling, text);
        return text == labels ? null : kind;
    }

    public string? DropEnum(PairBuilder pair, Table table)
    {
        if (pair.To.Annotations[Size] is not null && draw.Chance(50))
        {
            pair.To = Set(pair.To, Size, null);
            return "drop enum";
        }

        if (pair.To.Annotations[PostgresDialect.Feeling] is null || IsNeeded(pair.To, PostgresDialect.Feeling))
            return null;
        pair.To = Set(pair.To, PostgresDialect.Feeling, null);
        return "drop enum";
    }

    public string? Extension(PairBuilder pair, Table table)
    {
        var key = draw.Chance(50) ? Hstore : PostgresDialect.Citext;
        var isThere = pair.To.Annotations[key] is not null;
        if (isThere && IsNeeded(pair.To, key))
            return null;
        pair.To = Set(pair.To, key, isThere ? null : ",,");
        return isThere ? "drop extension" : "create extension";
    }

    public string? Collation(PairBuilder pair, Table table)
    {
        var isThere = pair.To.Annotations[Insensitive] is not null;
        pair.To = Set(pair.To, Insensitive, isThere ? null : "en-u-ks-primary,en-u-ks-primary,icu,False");
        return isThere ? "drop collation" : "create collation";
    }

    public string? Schema(PairBuilder pair, Table table)
    {
        if (!pair.To.Schemas.Contains("attic"))
        {
            pair.To = pair.To with { Schemas = pair.To.Schemas.Add("attic") };
            return "create schema";
        }

        if (pair.To.Tables.Keys.Concat(pair.To.Sequences.Keys).Any(n => n.Schema == "attic"))
            return null;
        pair.To = pair.To with { Schemas = pair.To.Schemas.Remove("attic") };
        return "drop schema";
    }

    private static bool IsNeeded(SchemaState state, string key) => state.Tables.Values.Any(t => t.Columns.Any(c => ColumnKind.Of(c).Needs == key));

    private static SchemaState Set(SchemaState state, string key, string? value) => state with { Annotations = state.Annotations.With(key, value) };
}
