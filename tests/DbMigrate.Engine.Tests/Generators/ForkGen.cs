using CsCheck;
using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Tests.Generators;

/// <summary>A schema that two people change without knowing of each other, each a little.</summary>
internal sealed class ForkGen(ProviderTraits traits) : Gen<SchemaFork>
{
    public override SchemaFork Generate(PCG pcg, Size? min, out Size size)
    {
        var parts = new SchemaGenerators(new Draw(pcg), traits);
        var from = new SchemaGen(traits).Generate(parts.Draw);
        var left = Side(from, parts);

        // Two people often do the same, or one after the other what came in by two ways.
        var fork = new SchemaFork(from, left, parts.Draw.Chance(10) ? left : Side(from, parts));
        size = new Size(parts.Draw.Size);
        return fork;
    }

    // Few: of many, some always meet.
    private static SchemaPair Side(SchemaState from, SchemaGenerators parts) => SchemaPairGen.Change(from, parts, parts.Draw.Between(1, 4));
}

/// <summary>A schema and two that came of it.</summary>
/// <param name="From">What both began with.</param>
/// <param name="Left">What one made of it.</param>
/// <param name="Right">What the other made of it.</param>
internal sealed record SchemaFork(SchemaState From, SchemaPair Left, SchemaPair Right);
