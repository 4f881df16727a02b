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
    public override IReadOnlyList<string> Tables => ["Baskets", "Articles"];

    /// <inheritdoc />
    public override IEnumerable<string> Features => base.Features.Concat(Properties.Any(p => p.Name == nameof(Article.Labels)) ? ["list of plain values"] : []);

    /// <inheritdoc />
    public override void Build(ModelBuilder model, bool isAfter)
    {
        var isJson = isAfter == isJsonAfter;
        model.Entity<Basket>().ToTable("Baskets").OwnsMany(b => b.Articles, articles =>
        {
            if (isJson)
            {
                articles.ToJson();
            }
            else
            {
                articles.ToTable("Articles").Property<int>("Id");
                articles.HasKey("Id");
            }

            BuildOwned(articles, isJson, isAfter);
        });
    }

    // EF Core reads rows of a table in any order; theirs is that of their key.
    /// <inheritdoc />
    public override IEnumerable<object> Read(DbContext context)
    {
        context.ChangeTracker.Clear();
        foreach (var basket in context.Set<Basket>().ToList())
        {
            basket.Articles = [.. basket.Articles.OrderBy(a => context.Entry(a).Metadata.FindProperty("Id") is { } id ? (int)context.Entry(a).CurrentValues[id]! : 0)];
            yield return basket;
        }
    }

    /// <inheritdoc />
    public override string ToString()
        => $"{Change}: {string.Join(", ", Features)}\n    {string.Join("\n    ", Properties)}\n    rows {string.Join("\n      ", Rows.Select(r => RowText.Of(r)))}";
}
