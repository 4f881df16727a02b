using DbMigrate.Engine.Providers;
using DbMigrate.Engine.Schema;

namespace DbMigrate.Engine.Tests.Generators;

/// <summary>The generators of the parts of a schema, over one source of choices.</summary>
internal sealed class SchemaGenerators(Draw draw, ProviderTraits traits)
{
    public Draw Draw { get; } = draw;

    public Dialect Dialect { get; } = Dialect.Of(traits);

    public TableGenerator Tables { get; } = new(draw, traits);

    public ForeignKeyGenerator ForeignKeys { get; } = new(draw, Dialect.Of(traits));

    public SeedGenerator Seeds { get; } = new(draw, traits);

    public SchemaState Schema() => new SchemaGen(traits).Generate(Draw);
}
