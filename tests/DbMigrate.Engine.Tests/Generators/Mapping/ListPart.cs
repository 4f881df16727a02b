using System.Collections.Generic;
using System.Linq;
using Microsoft.EntityFrameworkCore;

namespace DbMigrate.Engine.Tests.Generators.Mapping;

/// <summary>A list of an owned type that goes to JSON, or leaves it for a table.</summary>
internal sealed class ListPart(bool isJsonAfter) : MappedPart
{
    /// <inheritdoc />
    public override string Change => isJsonAfter ? "list in a table to JSON" : "list in JSON to a table";

    /// <inheritdoc />
    public override IReadOnlyList<string> Tables => ["Baskets", "Things"];

    /// <inheritdoc />
    public override void Build(ModelBuilder model, bool isAfter)
    {
        var isJson = isAfter == isJsonAfter;
        model.Entity<Basket>().ToTable("Baskets").OwnsMany(b => b.Things, things =>
        {
            if (isJson)
            {
                things.ToJson();
            }
            else
            {
                things.ToTable("Things").Property<int>("Id");
                things.HasKey("Id");
            }

            BuildOwned(things, isJson, isAfter);
        });
    }

    /// <inheritdoc />
    public override IEnumerable<object> Read(DbContext context) => context.Set<Basket>().AsNoTracking();

    /// <inheritdoc />
    public override string ToString()
        => $"{Change}: {string.Join(", ", Features)}\n    {string.Join("\n    ", Properties)}\n    rows {string.Join("\n      ", Rows.Select(r => RowText.Of(r)))}";
}
