using System;
using System.Collections.Generic;
using System.Linq;
using DbMigrate.Engine.Diff;
using DbMigrate.Engine.Tests.Inheritance;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DbMigrate.Engine.Tests.Generators.Mapping;

/// <summary>A hierarchy that changes its strategy.</summary>
internal sealed class HierarchyPart(Strategy before, Strategy after, IReadOnlyList<Type> types) : MappedPart
{
    private Type Root => types[0];

    /// <summary>The type that another table refers to; null for none.</summary>
    public Type? Visited { get; init; }

    /// <summary>Whether rows refer to each other.</summary>
    public bool HasParents { get; init; }

    /// <summary>Whether rows are told apart by numbers in one table.</summary>
    public bool IsNumbered { get; init; }

    /// <summary>Whether two types have one column for the same property in one table.</summary>
    public bool IsShared { get; init; }

    /// <summary>Whether the root's table gets another name.</summary>
    public bool IsRenamed { get; init; }

    /// <summary>The property with an index; null for none.</summary>
    public string? Indexed { get; init; }

    /// <inheritdoc />
    public override string Change => Name(before) + " to " + Name(after);

    /// <inheritdoc />
    public override IReadOnlyList<string> Tables => ["Assets", "Things", "Visits", .. types.Select(t => t.Name + "s")];

    /// <inheritdoc />
    public override IEnumerable<string> Features => base.Features.Concat(
        new[]
        {
            (Root.IsAbstract, "abstract root"), (!Root.IsAbstract, "root with rows"), (Visited is not null, "reference to a hierarchy"), (HasParents, "reference within a hierarchy"),
            (IsNumbered, "numbers tell types apart"), (IsShared, "column of two types"), (IsRenamed, "root's table is renamed"), (Indexed is not null, "index of a hierarchy"),
        }.Where(f => f.Item1).Select(f => f.Item2));

    /// <inheritdoc />
    public override IEnumerable<RenameDecision> Renames => IsRenamed ? [new("Assets", "Things")] : [];

    private bool HasRootTable(Strategy strategy) => strategy != Strategy.Tpc || !Root.IsAbstract;

    /// <inheritdoc />
    public override void Build(ModelBuilder model, bool isAfter)
    {
        var strategy = isAfter ? after : before;
        foreach (var type in types)
            Build(model.Entity(type), type, strategy, isAfter);
        var root = model.Entity(Root);
        if (HasRootTable(strategy))
            root.ToTable(isAfter && IsRenamed ? "Things" : "Assets");
        if (HasParents)
            root.HasOne(Root, null).WithMany().HasForeignKey(nameof(Asset.ParentId)).OnDelete(DeleteBehavior.NoAction);
        else
            root.Ignore(nameof(Asset.ParentId));
        if (Indexed is not null)
            root.HasIndex(Indexed);
        if (strategy == Strategy.Tph)
            Mark(root.UseTphMappingStrategy());
        else if (strategy == Strategy.Tpt)
            root.UseTptMappingStrategy();
        else
            root.UseTpcMappingStrategy();
        if (Visited is not null)
            model.Entity<Visit>().ToTable("Visits").HasOne(Visited, null).WithMany().HasForeignKey(nameof(Visit.AssetId));
    }

    /// <inheritdoc />
    public override IEnumerable<object> Read(DbContext context) =>
    [
        .. Root == typeof(Asset) ? context.Set<Asset>().AsNoTracking() : context.Set<Vehicle>().AsNoTracking(),
        .. Visited is null ? [] : context.Set<Visit>().AsNoTracking().AsEnumerable(),
    ];

    /// <inheritdoc />
    public override string ToString()
        => $"hierarchy {Change}: {string.Join(" ", types.Select(t => t.Name))}; visited {Visited?.Name}; {string.Join(", ", Features)}\n    {string.Join("\n    ", Properties)}\n    seeds {string.Join("\n      ", Seeds.Select(r => RowText.Of(r)))}\n    rows {string.Join("\n      ", Rows.Select(r => RowText.Of(r)))}";

    private void Build(EntityTypeBuilder entity, Type type, Strategy strategy, bool isAfter)
    {
        var properties = Of(type, isAfter).ToList();
        foreach (var member in MappedProperty.Pool(type, type == Root).Where(m => !properties.Exists(p => p.Name == m.Name)))
            entity.Ignore(member.Name);
        foreach (var property in properties)
        {
            var column = entity.Property(property.Name).IsRequired(property.IsRequired);
            if (property.OtherName is not null || (IsShared && property.Name == nameof(Bike.Age)))
                column.HasColumnName(IsShared && property.Name == nameof(Bike.Age) ? "Age" : property.OtherName);
        }

        if (type != Root && strategy != Strategy.Tph)
            entity.ToTable(type.Name + "s");
        if (SeedsOf(type, isAfter) is { Length: > 0 } seeds)
            entity.HasData(seeds);
    }

    private void Mark(EntityTypeBuilder root)
    {
        if (!IsNumbered)
            return;
        var mark = root.HasDiscriminator("Kind of", typeof(int));
        foreach (var (type, number) in types.Select((t, n) => (t, n)).Where(t => !t.t.IsAbstract))
            mark.HasValue(type, number * 7);
    }

    private static string Name(Strategy strategy) => strategy.ToString().ToUpperInvariant();
}
