using System.Collections.Generic;
using System.Linq;
using Microsoft.EntityFrameworkCore;

namespace DbMigrate.Engine.Tests.Generators.Mapping;

/// <summary>An entity that is split to two tables, or joined.</summary>
internal sealed class SplitPart(bool isSplitAfter, IReadOnlyList<string> second) : MappedPart
{
    /// <inheritdoc />
    public override string Change => isSplitAfter ? "entity to two tables" : "entity of two tables to one";

    /// <inheritdoc />
    public override IReadOnlyList<string> Tables => ["Novels", "NovelTexts"];

    /// <inheritdoc />
    public override void Build(ModelBuilder model, bool isAfter)
    {
        var novel = model.Entity<Novel>().ToTable("Novels");
        var properties = Of(typeof(Novel), isAfter).ToList();
        foreach (var member in MappedProperty.Pool(typeof(Novel), isRoot: true).Where(m => !properties.Exists(p => p.Name == m.Name)))
            novel.Ignore(member.Name);
        foreach (var property in properties)
            novel.Property(property.Member.PropertyType, property.Name).IsRequired(property.IsRequired);
        if (isAfter == isSplitAfter)
        {
            novel.SplitToTable("NovelTexts", table =>
            {
                foreach (var property in properties.Where(p => second.Contains(p.Name)))
                    table.Property(property.Name).HasColumnName(property.OtherName ?? property.Name);
            });
        }

        novel.HasData(SeedsOf(typeof(Novel), isAfter));
    }

    /// <inheritdoc />
    public override IEnumerable<object> Read(DbContext context) => context.Set<Novel>().AsNoTracking();

    /// <inheritdoc />
    public override string ToString()
        => $"{Change}: {string.Join(", ", second)} apart; {string.Join(", ", Features)}\n    {string.Join("\n    ", Properties)}\n    seeds {string.Join("\n      ", Seeds.Select(r => RowText.Of(r)))}\n    rows {string.Join("\n      ", Rows.Select(r => RowText.Of(r)))}";
}
