using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DbMigrate.Engine.Tests.Generators.Mapping;

/// <summary>Two entities that come to share a table, or leave it.</summary>
internal sealed class SharePart(bool isSharedAfter) : MappedPart
{
    /// <inheritdoc />
    public override string Change => isSharedAfter ? "two entities to one table" : "two entities of one table to two";

    /// <inheritdoc />
    public override IReadOnlyList<string> Tables => ["Contracts", "Deliveries"];

    /// <inheritdoc />
    public override void Build(ModelBuilder model, bool isAfter)
    {
        var (contract, delivery) = (model.Entity<Contract>().ToTable("Contracts"), model.Entity<Delivery>());
        delivery.ToTable(isAfter == isSharedAfter ? "Contracts" : "Deliveries");
        delivery.HasOne<Contract>().WithOne(c => c.Delivery).HasForeignKey<Delivery>(d => d.Id);
        Build(contract, typeof(Contract), isAfter);
        Build(delivery, typeof(Delivery), isAfter);
    }

    /// <inheritdoc />
    public override IEnumerable<object> Read(DbContext context) => context.Set<Contract>().Include(c => c.Delivery).AsNoTracking();

    /// <inheritdoc />
    public override string ToString()
        => $"{Change}: {string.Join(", ", Features)}\n    {string.Join("\n    ", Properties)}\n    seeds {string.Join("\n      ", Seeds.Select(r => RowText.Of(r)))}\n    rows {string.Join("\n      ", Rows.Select(r => RowText.Of(r)))}";

    private void Build(EntityTypeBuilder entity, Type type, bool isAfter)
    {
        var properties = Of(type, isAfter).ToList();
        foreach (var member in MappedProperty.Pool(type, isRoot: true).Where(m => !properties.Exists(p => p.Name == m.Name)))
            entity.Ignore(member.Name);
        foreach (var property in properties)
            entity.Property(property.Member.PropertyType, property.Name).IsRequired(property.IsRequired).HasColumnName(property.OtherName ?? property.Name);
        if (SeedsOf(type, isAfter) is { Length: > 0 } seeds)
            entity.HasData(seeds);
    }
}
