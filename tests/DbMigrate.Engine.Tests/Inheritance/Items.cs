using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DbMigrate.Engine.Tests.Inheritance;

/// <summary>A small hierarchy, mapped in each way.</summary>
internal static class Items
{
    /// <summary>All rows in one table.</summary>
    public static void Shared(ModelBuilder model)
        => model.Entity<Item>().UseTphMappingStrategy().ToTable("Items").HasDiscriminator<Kind>("Kind").HasValue<Item>(Kind.Plain).HasValue<SpecialItem>(Kind.Special);

    /// <summary>Rows of each type in a table of their own.</summary>
    public static void Split(ModelBuilder model, Strategy strategy, Action<EntityTypeBuilder<SpecialItem>>? more = null)
    {
        var item = model.Entity<Item>().ToTable("Items");
        if (strategy == Strategy.Tpt)
            item.UseTptMappingStrategy();
        else
            item.UseTpcMappingStrategy();
        more?.Invoke(model.Entity<SpecialItem>().ToTable("SpecialItems"));
        model.Entity<SpecialItem>().ToTable("SpecialItems");
    }

    /// <summary>The rows as an application sees them.</summary>
    public static IEnumerable<string> Read(DbContext context)
        => context.Set<Item>().AsEnumerable().OrderBy(i => i.Id).Select(i => FormattableString.Invariant($"{i.GetType().Name} {i.Id} {i.Name} {(i as SpecialItem)?.Extra}"));
}

/// <summary>The root, which has rows of its own.</summary>
internal class Item
{
    public int Id { get; set; }

    public string Name { get; set; } = "";
}

/// <summary>A type of it.</summary>
internal sealed class SpecialItem : Item
{
    public double Extra { get; set; }
}

/// <summary>Tells the types apart.</summary>
internal enum Kind
{
    Plain = 1,
    Special = 7,
}
