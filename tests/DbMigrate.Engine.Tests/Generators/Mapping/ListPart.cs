using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Tests.Inheritance;
using Microsoft.EntityFrameworkCore;

namespace DbMigrate.Engine.Tests.Generators.Mapping;

/// <summary>A list of an owned type that goes to JSON, or leaves it for a table.</summary>
internal sealed class ListPart(bool isJsonAfter) : MappedPart
{
    /// <summary>Whether its elements have lists in turn.</summary>
    public bool HasInner { get; init; }

    /// <inheritdoc />
    public override string Change => isJsonAfter ? "list in a table to JSON" : "list in JSON to a table";

    /// <inheritdoc />
    public override IReadOnlyList<string> Tables => ["Baskets", "Articles"];

    /// <inheritdoc />
    public override IEnumerable<string> Features => base.Features.Concat(Properties.Any(p => p.Name == nameof(Article.Labels)) ? ["list of plain values"] : [])
        .Concat(Rows.Cast<Basket>().Any(b => b.Articles.Exists(a => a.Stickers.Count > 0)) ? ["list in elements of a list"] : []);

    /// <inheritdoc />
    public override void Build(ModelBuilder model, bool isAfter)
    {
        var isJson = isAfter == isJsonAfter;
        model.Entity<Basket>().ToTable("Baskets").OwnsMany(b => b.Articles, articles =>
        {
            if (isJson)
                articles.ToJson();
            else
                BuildRows(articles, "Articles");
            BuildOwned(articles, isJson, isAfter);
            if (!HasInner)
                articles.Ignore(a => a.Stickers);
            else if (isJson)
                articles.OwnsMany(a => a.Stickers);
            else
                articles.OwnsMany(a => a.Stickers, s => BuildRows(s, "Articles_Stickers"));
        });
    }

    /// <inheritdoc />
    public override IEnumerable<object> Read(DbContext context)
    {
        context.ChangeTracker.Clear();
        foreach (var basket in context.Set<Basket>().ToList())
        {
            basket.Articles = [.. context.InOrder(basket.Articles)];
            foreach (var article in basket.Articles)
                article.Stickers = [.. context.InOrder(article.Stickers)];
            yield return basket;
        }
    }

    /// <inheritdoc />
    public override string ToString()
        => $"{Change}: {string.Join(", ", Features)}\n    {string.Join("\n    ", Properties)}\n    rows {string.Join("\n      ", Rows.Select(r => RowText.Of(r)))}";
}
