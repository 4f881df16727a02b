using CsCheck;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Tests.Generators.Mapping;

/// <summary>Two schemas of which a part comes from models.</summary>
/// <param name="Plain">The part that was drawn as schemas.</param>
/// <param name="Mapped">The part that was drawn as models.</param>
internal sealed record ConvertedPair(SchemaPair Plain, MappedPair Mapped)
{
    /// <summary>Both parts in one.</summary>
    /// <param name="before">What the first model asks for.</param>
    /// <param name="after">What the second model asks for.</param>
    public SchemaPair Whole(SchemaState before, SchemaState after) => Plain with
    {
        From = Join(Plain.From, before),
        To = Join(Plain.To, after),
        Decisions = Plain.Decisions with { Renames = [.. Plain.Decisions.Renames, .. Mapped.Renames], Fills = [.. Plain.Decisions.Fills, .. Mapped.Fills] },
    };

    public string Print() => SchemaPrinter.Print(Plain) + "MODELS\n" + Mapped;

    private static SchemaState Join(SchemaState plain, SchemaState mapped)
        => plain with { Tables = plain.Tables.AddRange(mapped.Tables), Sequences = plain.Sequences.AddRange(mapped.Sequences) };
}

/// <summary>Draws pairs of schemas with parts from models.</summary>
internal sealed class ConvertedPairGen(ProviderTraits traits) : Gen<ConvertedPair>
{
    public override ConvertedPair Generate(PCG pcg, Size? min, out Size size)
    {
        var parts = new SchemaGenerators(new Draw(pcg), traits);
        var pair = new ConvertedPair(SchemaPairGen.Draw(parts), new MappedPairGen(parts.Draw).Pair());
        size = new Size(parts.Draw.Size);
        return pair;
    }
}
